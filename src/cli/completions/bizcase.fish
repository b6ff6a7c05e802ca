# What fish offers after `bizcase`: bizcase completions fish | source
function __bizcase_complete
    set -l words (commandline -opc) (commandline -ct)
    bizcase complete -- $words[2..-1] 2>/dev/null
end
complete -c bizcase -f -a '(__bizcase_complete)'
