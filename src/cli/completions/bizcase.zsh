#compdef bizcase
# What zsh offers after `bizcase`: source <(bizcase completions zsh)
_bizcase() {
    local -a found whole open
    found=("${(@f)$(bizcase complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    whole=("${(@)found:#(|*[/=])}")
    open=("${(@M)found:#*[/=]}")
    compadd -- "${(@)whole}"
    compadd -S '' -- "${(@)open}"
}
compdef _bizcase bizcase
