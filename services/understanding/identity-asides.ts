/** More ways to ask whether anybody is there, in the language of `Phrases`: by the other end, by an either-or, by what others say of the coach. */
export const IS_AI_ASIDE: readonly string[] = [
  'somebody/someone/anybody/anyone/person/human on the? other/far end/side, somebody/someone/anybody/anyone/person/human at the? other/far end/side',
  'who is on the? other/far end $, who is at the? other end $, other/far end of this/the chat/line/screen/app/conversation, anybody/anyone/somebody/someone behind the/this/that screen/keyboard/curtain/app/chat',
  'who is behind the/this/that screen/keyboard/curtain/chat, flesh and blood, do you * exist $, do you really/even/actually exist, are you some kind/sort of <machine>',
  'says/thinks/reckons/swears/insists/believes/claims that? you are * <machine>, says/thinks/reckons/swears/insists/believes/claims that? you are * not? a/an? * human/person/real',
  'read/heard/told/think/thought/guess/guessed/bet/suspect/assume/assumed/feel that? you are * <machine>, read/heard/think/thought/guess/bet/suspect/assume you are * not? * human',
  '<machine> or no/nah/not/nope/what/human/person/people/actual, human/person/people/counsellor/counselor/therapist/coach * or a/an? * <machine>, artificial intelligence or',
  'real person/human/people or fake/nah/no/not/bot/robot/ai/machine/computer/what, person/human or fake/nah/no/what/bot, real people * typing/answering/writing/reading/replying/behind, real people here/there',
  'are there * people/humans/persons typing/answering/writing/reading/replying/behind, actual people/humans * typing/answering/writing/reading/replying',
  'you are not real $, you are not real are, not real are you, you real or, are you for real a/an, you are real right, are you made of/from code/data/metal/wires/ones/zeros',
  'is it a/an * lady/woman/man/person/girl/boy/gentleman/human i am * <talk> to/with, is it a/an * lady/woman/man/person/girl/human <talk> to/with me $',
  'am i * <talk> to/with a/an * lady/woman/man/girl/boy/gentleman, one of those/these * automatic/automated/<machine>, automatic/automated/canned/preset replies/answers/ones/one/reply/answer',
  'just/only/merely/basically a/an? <machine> right/are/aren/yes/no/true/or, just/only an app $, are you an? app, you are an? app $, is this just an? app $, heart out to a/an * <machine>, talking/writing/confessing/venting/complaining/crying/opening * to a/an * <machine>',
  'who/what types/writes/answers/generates/sends these/your/the/my messages/replies/answers/words/texts, who/what is typing/writing/answering/replying these/this/your/to/all',
  'is/are this/these/your/the replies/answers/messages/texts * generated/automated/human/ai/real/scripted, ai generated, machine generated, auto generated, auto reply, autoreply',
  'are you * reading/writing/answering/typing this/these/my or * automatic/auto/automated/copy/<machine>, would/will/does/did/can a/an? real person/human/people see/read/get/check/hear this/it/my, reading this or, do you run on, what/which ai is/are, what/which llm, neural network $, neural net $, are you * neural network/net, large language model, a/an? language model $',
  'do you have a/an? heartbeat/pulse/consciousness/soul, are you conscious, are you * aware, do you * understand me or, do you actually/really understand',
  'i am <talk> to/with nobody/someone/somebody/who, am i <talk> to/with myself/nobody/thin/air, nobody is * there, no one is * there are/is, is there a/an * operator/employee/staff/team/worker',
  'a/an real/actual/live/living counsellor/counselor/therapist/coach/woman/man/lady/adviser/advisor/doctor/friend or, human or, or human $, or a? human $, or a/an? * person $, or a/an? <machine> $',
  'call centre/center, pretending to be human/real/a, pretend to be human, are you pretending, paid to answer/reply/write/read, tell me you are * human/real/a, say you are * human/real'
]
