#!/usr/bin/env bash
# A day of a consultation from the command line: day.sh ANTEROOM SAMPLE PASSPHRASE. Called by run.sh.
source "$(dirname "$0")/common.sh"

anteroom=$1
sample=$2
export ANTEROOM_PASSPHRASE=$3
conversations=out/conversations.anteroom
brief=out/roundtable-1.docx

needs node

# id < JSON: the id in it, or the ids of a list, a line each.
ids() {
    node -e 'const read = JSON.parse(require("fs").readFileSync(0)); for (const one of [read].flat()) console.log(one.id)'
}

# imported < JSON: what an import did, in words.
imported() {
    node -e 'const done = JSON.parse(require("fs").readFileSync(0));
        console.log(`  ${done.recorded} recorded, ${done.already} there already, ${done.refused.length} refused`)'
}

say "" "1. The sample consultation, an illustration: nobody said these things."
[[ -e $sample ]] || "$anteroom" sample "$sample"

say "" "2. A consultation of four real public conversations, imported from CSV."
[[ -e $conversations ]] || "$anteroom" new "$conversations" --framework gcm --name "Four public conversations"
import() {
    say "  $1"
    "$anteroom" import "$conversations" "crates/documents/fixtures/polis/$1.csv" --text comment-body --language "$2" \
        --speaker column:author-id --state column:moderated --date column:timestamp --source "polis: $1" --json | imported
}
import american-assembly.bowling-green en
import canadian-electoral-reform en
import austria-climate.5twd2jsnkf.2022-08-08 de
import vtaiwan.uberx zh
"$anteroom" list "$conversations" 公平 --limit 3

say "" "3. Something is said in the room, recorded and tagged."
said=$("$anteroom" record "$sample" --text "Recruitment fees must be paid by the employer, never by the worker." \
    --group "Trade unions" --kind recommendation --language en --node 6 --share yes --quote yes --basis in-person \
    --verbatim --json | ids)
"$anteroom" tag "$sample" "$said" 5 b
"$anteroom" show "$sample" "$said"

say "" "4. A brief for the first roundtable."
written=$("$anteroom" brief new "$sample" --roundtable 1 --json | ids)
mapfile -t evidence < <("$anteroom" list "$sample" --node 6 --permission quote:given --limit 4 --json | ids)
"$anteroom" brief write "$sample" "$written" --section headline --cite "${evidence[@]}" -- \
    "Those heard on objective 6 asked that the cost of recruitment be carried by employers."
"$anteroom" brief write "$sample" "$written" --section recommendations --cite "$said" -- \
    "Prohibit recruitment fees charged to workers, and enforce this across borders;"
"$anteroom" brief export "$sample" "$written" --to "$brief" --audience public

say "" "5. Every chain, signature and digest, and the read tables against the journal."
"$anteroom" verify "$sample"
"$anteroom" verify "$conversations"

say "" "The brief is in $brief, the consultations are in $sample and $conversations."
say "Their passphrase: $ANTEROOM_PASSPHRASE"
say "Their device keys are in $ANTEROOM_HOME. Everything can be deleted together with out/."
