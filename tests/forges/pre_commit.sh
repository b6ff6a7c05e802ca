#!/usr/bin/env bash
# A case with a mistake cannot be committed where the hook is installed, and can when it is mended.
# Takes pre-commit and the program.
set -euo pipefail
pre_commit=$1
PATH=$(dirname "$2"):$PATH
project=$PWD
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
# The hooks as they stand here, committed or not.
mkdir hooks repository
cp "$project/.pre-commit-hooks.yaml" hooks/
git() { command git -c user.name=test -c user.email=test@example.org -c init.defaultBranch=main "$@"; }
git -C hooks init -q
git -C hooks add .
git -C hooks commit -qm hooks
cd repository
git init -q
mkdir cases
cat > .pre-commit-config.yaml <<END
repos:
  - repo: $scratch/hooks
    rev: $(git -C ../hooks rev-parse HEAD)
    hooks: [{ id: bizcase-system }]
END
cp "$project/cases/kamers.toml" cases/
sed 's/per = "year"/per = "jaar"/' cases/kamers.toml > cases/wrong.toml
"$pre_commit" install >/dev/null
git add .
if git commit -qm wrong >committed.txt 2>&1; then
    echo "a mistake was committed" >&2
    exit 1
fi
grep -q 'value_unknown' committed.txt
git rm -qf --cached cases/wrong.toml committed.txt 2>/dev/null || git rm -qf --cached cases/wrong.toml
git commit -qm right
git log --oneline | grep -q right
