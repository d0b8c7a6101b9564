/** Advice, however softly put: welcome in guidance, out of place where somebody only wants to be heard. */
import { imperativeStarts, youClauses } from './clauses.ts'
import { fragment, pattern } from './pattern.ts'

const DEED = fragment`
  (?:try|(?:talk|speak)(?! (?:to|with) me| here| freely)|(?:tell|ask) (?!me\b)|start|begin|write(?! (?:to me|here|as|more))|
  set|make|take (?!your time|all the time|as|up space|that|this in)|give|consider|
  find (?:a|an|some|someone|it (?:helpful|useful|easier to)|that)|look (?:into|for|at)|see (?:a|your)|
  share (?:this|that|your|how|it) with|reach|choose|practi[sc]e|explore|keep a|focus|plan|schedule|use|create|suggest|
  let (?:him|her|them)|explain|express|say (?:something|to|that you|no)|name|pick|invite|agree|join|seek|
  (?:call|text)(?! or| \d)|message|leave|end|move|block|walk|go (?:to|for|out)|spend|put|do (?:something|one)|work|learn|
  listen to|remind|allow|check|step|wait|bring|offer|show|draw|list|note|breathe|meditate|exercise|journal|benefit|
  want to (?!be\b|feel|know|believe|stay|leave|run|cry|scream|hide|love|have|say something you|go back|trust))
`
const COULD = pattern`
  ^(?:could|might|may|
  can) (?:(?:also|perhaps|even|always|start by|first|maybe|simply|gently|both|both of you) )*(?:want to (?:try|talk|consider|
  ask|write|start|take|tell|set|think about|look|find|give|explore|reach|speak|share|let|make|check|see|focus|keep)|${DEED})\b
`

/** Tested on the whole sentence. */
const SUGGESTIONS: readonly RegExp[] = [
  pattern`
    \b(?:one|another|
    (?:a|the)(?: (?:good|gentle|first|next|small|simple|possible|helpful|useful|healthy)){1,3})(?: (?:gentle|small|simple|
    possible|helpful|useful|good))* (?:option|idea|thing|step|way|approach|place|possibility|strategy|exercise|
    tip)(?: \w+){0,5} (?:is|could be|might be|may be|would be|can be)\b
  `,
  pattern`
    \b(?:it|that|this|what) (?:could|might|may|can|would|often|sometimes) (?:really |also |often )?(?:help|
    be (?:helpful|useful|worth|wise|good|best|an idea|a good idea))(?: for you| you)? (?:to (?!hear|know|feel)|\w+ing\b)
  `,
  pattern`
    (?<!\b(?:that|if|whether|when) )\b(?:it is|it can be|it would be) (?:often |usually |sometimes |probably )?(?:best|better|
    wise|helpful|useful|a good idea|worth)(?: for you)? (?:to|\w+ing)\b
  `,
  /\bi (?:would |might |could )?(?:suggest|recommend|advise|propose|encourage you)\b/,
  pattern`
    \bhave you (?:(?:ever|also|already|both) )*(?:tried|considered)\b|\bhave you (?:(?:ever|also|already) )*thought (?:about|
    of) (?:(?:just|maybe|perhaps) )?(?:\w+ing (?!about|through|on|like)|therapy|counsell?ing|couples)\b
  `,
  pattern`
    \b(?:how|what) about (?:(?:just|maybe) )?\w+ing\b|\bwhy (?:not|do not you)\b|
    \bwhat if you (?:(?:just|both|simply) )?(?:told|asked|tried|talked|left|wrote|set|started|stopped|said|gave|took|called|
    made|let|spoke|sat)\b
  `,
  pattern`
    \bhere (?:are|is) (?:a few|some|three|two|four|several|a|my|one) (?:\w+ )?(?:ways?|steps?|tips?|ideas?|things?|options?|
    suggestions?|thoughts on what)\b
  `,
  /^\d+ (?=[a-z]+ (?:a|the|your|to|with|about|for|down|him|her|it|time)\b)/
]
/** An imperative that helps itself to the user's next step; "tell me more" and "take your time" do not. */
const SUGGESTED_DEED = pattern`
  ^(?:try (?!not to be so hard)|consider\b|start (?:by|with (?!whatever|wherever|anything|what))|
  begin (?:by|with (?!whatever|wherever))|ask (?:him|her|them|yourself|a |for|your)|
  write (?:down|a |it|him|her|them|out|your)|
  take (?:a (?:walk|break|day|bath|step|moment to|few)|some|time (?:for|to)|turns|note)|make (?:time|a |space|sure|room)|
  set (?:a|aside|some)|talk (?:to|with) (?!me)|speak (?:to|with) (?!me)|practi[sc]e\b|reach out\b|
  give (?:yourself (?:permission|time|space|a)|him|her|them)|do something\b|schedule\b|plan\b|journal\b|keep a\b|focus on\b|
  use\b|pick (?:a|one)|choose (?:a|one)|find (?:a|some|someone)|go for\b|spend\b|list\b|explore\b|remind yourself\b|
  allow yourself time\b|seek\b|listen to (?:him|her|them)|look (?:for|into)\b|work on\b|agree on\b|suggest\b|
  invite (?:him|her|them)|explain to\b|express (?:your|how)|communicate\b|
  think about (?:what you (?:could|might|want to) (?:do|say|tell)|talking|seeing|leaving|setting|asking))
`

/** Whether the sentence suggests what to do. @param tokens what `wordsOf` gives */
export function isAdvice (tokens: readonly string[]): boolean {
  const sentence = tokens.join(' ')
  return youClauses(tokens).some(({ isStated, predicate }) => isStated && COULD.test(predicate)) ||
    SUGGESTIONS.some(suggestion => suggestion.test(sentence)) ||
    imperativeStarts(tokens).some(start => SUGGESTED_DEED.test(start))
}
