# What bash offers after `bizcase`: source <(bizcase completions bash)
_bizcase() {
    local IFS=$'\n'
    COMPREPLY=($(bizcase complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
    # Bash takes what stands behind `=` for a word of its own.
    local last=${COMP_WORDS[COMP_CWORD]}
    if [[ ${#COMPREPLY[@]} -gt 0 && ${COMPREPLY[0]} == *[/=] ]]; then
        compopt -o nospace 2>/dev/null
    fi
    [[ $last == "=" ]] && COMPREPLY=($(bizcase complete -- "${COMP_WORDS[@]:1:COMP_CWORD-1}" "" 2>/dev/null))
    return 0
}
complete -F _bizcase bizcase
