import type { Shell } from '../options.ts';

const BASH = `# yibao 的 bash 补全。装好它，在终端里写：
#   echo 'eval "$(yibao completion bash)"' >> ~/.bashrc
# 新开的终端就能用：写 yibao 和一个空格，按两下 Tab。

_yibao() {
  local reply kind line
  COMPREPLY=()
  reply=$(yibao __complete bash "\${COMP_LINE:0:COMP_POINT}" "$2" "$COMP_TYPE" 2>/dev/null) || return 0
  kind=\${reply%%$'\\n'*}
  case $kind in
    files) compopt -o default 2>/dev/null ;;
    folders) compopt -o dirnames 2>/dev/null ;;
    open) compopt -o nospace 2>/dev/null ;;
  esac
  [[ $reply == *$'\\n'* ]] || return 0
  while IFS= read -r line; do
    COMPREPLY+=("$line")
  done <<<"\${reply#*$'\\n'}"
}

complete -o nosort -F _yibao yibao 2>/dev/null || complete -F _yibao yibao
`;

const ZSH = `#compdef yibao
# yibao 的 zsh 补全。装好它，在终端里写：
#   echo 'eval "$(yibao completion zsh)"' >> ~/.zshrc
# 新开的终端就能用：写 yibao 和一个空格，按 Tab。

_yibao() {
  local -a lines kind
  lines=("\${(@f)$(yibao __complete zsh "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null)}")
  kind=(\${=lines[1]})
  shift lines
  case $kind[1] in
    files) _files; return ;;
    folders) _files -/; return ;;
  esac
  (( \${#lines} )) || return 1
  (( kind[2] )) && compset -P $kind[2] '*='
  if [[ $kind[1] == open ]]; then
    _describe -V 'yibao' lines -S ''
  else
    _describe -V 'yibao' lines
  fi
}

if [[ $funcstack[1] == _yibao ]]; then
  _yibao "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
  compdef _yibao yibao
fi
`;

const FISH = `# yibao 的 fish 补全。装好它，在终端里写：
#   mkdir -p ~/.config/fish/completions
#   yibao completion fish > ~/.config/fish/completions/yibao.fish
# 新开的终端就能用：写 yibao 和一个空格，按 Tab。

function __yibao_complete
    set -l words (commandline -opc)
    set -l typed (commandline -ct)
    set -l reply (yibao __complete fish $words[2..-1] "$typed" 2>/dev/null)
    switch "$reply[1]"
        case files
            __fish_complete_path "$typed"
        case folders
            __fish_complete_directories "$typed"
        case '*'
            printf '%s\\n' $reply[2..-1]
    end
end

complete -c yibao -f -k -a '(__yibao_complete)'
`;

/** The completion script of each shell: it asks the program what may stand at the cursor. */
export const SCRIPTS: Readonly<Record<Shell, string>> = { bash: BASH, zsh: ZSH, fish: FISH };
