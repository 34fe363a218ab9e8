/*
 * The completion scripts. They pass what is typed to `netcoach __complete` without expanding or
 * running it, and let the shell quote the answers. They need no other package.
 */

/** The header avoids `source <(…)`, which does nothing in the bash 3.2 that macOS ships. */
const BASH = `# netcoach completion for bash. In ~/.bashrc, or ~/.bash_profile on macOS:
#   eval "$(netcoach completion bash)"
_netcoach() {
  local now=\${COMP_WORDS[COMP_CWORD]} line value
  COMPREPLY=()
  while IFS= read -r line; do
    value=\${line%%$'\\t'*}
    if [[ -z $value ]]; then
      compopt -o default 2>/dev/null
      return
    fi
    case $now in
      \\"*)
        value=\${value//\\\\/\\\\\\\\}
        value=\${value//\\"/\\\\\\"}
        value=\${value//\\$/\\\\\\$}
        value=\${value//\\\`/\\\\\\\`}
        value=\${value//!/\\"\\'!\\'\\"}
        # Readline adds no closing quote after a quote.
        [[ $value == *\\" ]] && value+=\\"
        ;;
      \\'*)
        value=\${value//\\'/\\'\\\\\\'\\'}
        [[ $value == *\\' ]] && value+=\\'
        ;;
      *) printf -v value %q "$value" ;;
    esac
    COMPREPLY+=("$value")
  done < <(command netcoach __complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
# bash 3.2 has no compopt: there, file names are offered wherever nothing else fits.
if type compopt >/dev/null 2>&1; then
  complete -F _netcoach netcoach
else
  complete -o default -F _netcoach netcoach
fi
`;

const ZSH = `#compdef netcoach
# netcoach completion for zsh. In ~/.zshrc:
#   eval "$(netcoach completion zsh)"
_netcoach() {
  local line
  local -a values shown
  while IFS= read -r line; do
    if [[ $line == $'\\t'* ]]; then
      _files
      return
    fi
    values+=("\${line%%$'\\t'*}")
    shown+=("\${line/$'\\t'/  -- }")
  done < <(command netcoach __complete "\${(@)words[2,CURRENT]}" 2>/dev/null)
  (( $#values )) && compadd -U -l -d shown -a values
}
if [[ $funcstack[1] == _netcoach ]]; then
  _netcoach "$@"
else
  if (( ! $+functions[compdef] )); then
    autoload -Uz compinit
    compinit -i
  fi
  compdef _netcoach netcoach
fi
`;

const FISH = `# netcoach completion for fish: netcoach completion fish > ~/.config/fish/completions/netcoach.fish
function __netcoach_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l now (commandline -ct)
    set -l lines (command netcoach __complete $words "$now" 2>/dev/null)
    if test "$lines[1]" = \\tfiles
        __fish_complete_path "$now"
    else if set -q lines[1]
        printf '%s\\n' $lines
    end
end
complete -c netcoach -e
complete -c netcoach -f -a '(__netcoach_complete)'
`;

/** The completion script of each shell. */
export const COMPLETION_SCRIPTS = { bash: BASH, zsh: ZSH, fish: FISH } as const;
