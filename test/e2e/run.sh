#!/usr/bin/env bash
# Runs the end-to-end tests one after another, because they measure times: npm run e2e [-- [--full] file …]. A file that fails is run
# once more (a busy machine misses a bound of milliseconds now and then) and fails when it fails again; both are said.
# --full takes the sizes that docs/operations.md quotes: 200 kills, 9,800 connections, 2,000 streams, long outages.
set -uo pipefail
cd "$(dirname "$0")/../.."
most_seconds=240
if [ "${1:-}" = --full ]; then
  shift
  export AMORA_TEST_FULL=1 AMORA_TEST_BURST=9800 AMORA_TEST_STREAMS=2000
  most_seconds=900
fi
files=("$@")
((${#files[@]})) || files=(test/e2e/*.test.ts)
report=$(mktemp)
trap 'rm -f "$report"' EXIT
passed=0 failed=0 skipped=0 status=0
count() { sed -nE "s/.*[{ ]$1: ([0-9]+).*/\1/p" <<<"$2"; }
run() { timeout "$most_seconds" node "$1" >"$report" 2>&1; }
for file in "${files[@]}"; do
  if ! run "$file"; then
    echo "$file failed; once more:"
    grep -aE '^ *not ok' "$report" | head -8
    run "$file" || { status=1; grep -aE '^ *not ok' "$report" | head -20; }
  fi
  summary=$(grep -aE '^# \{ total: ' "$report" | tail -n 1)
  echo "$file ${summary:-# no summary}"
  passed=$((passed + $(count pass "$summary" | grep . || echo 0)))
  failed=$((failed + $(count fail "$summary" | grep . || echo 0)))
  skipped=$((skipped + $(count skip "$summary" | grep . || echo 0)))
  [ -n "$summary" ] || { status=1; failed=$((failed + 1)); }
done
if [ "${AMORA_TEST_NO_SKIP:-}" = 1 ] && [ "$skipped" != 0 ]; then echo "$skipped tests were skipped"; status=1; fi
echo "end to end: $passed passed, $failed failed, $skipped skipped"
exit "$status"
