#!/usr/bin/env bash
# From a list that Excel saved as CSV to a PDF for each person, one NDJSON, and what papers to have ready.
# usage: thousand-people.sh 名单.csv 目录
set -euo pipefail
list=$1
folder=$2

batch() {
  yibao batch yidi "$list" --ignore 姓名 --ignore 部门 --date 2026-11-22 --workers auto "$@"
}

batch -o "$folder/all.ndjson"
batch -o "$folder/pdf" -f pdf > "$folder/files.ndjson"
jq -r '.checklist.materials[].title' "$folder/all.ndjson" | sort | uniq -c | sort -rn
