import t from 'tap'
import { toSecondPerson } from '../../../../services/v2/offline/perspective.ts'

/** What somebody says of themselves, and the same said back to them. */
const TURNED: ReadonlyArray<readonly [string, string]> = [
  ['my boyfriend never listens to me', 'your boyfriend never listens to you'],
  ['i am tired', 'you are tired'],
  ["i'm so tired of this", "you're so tired of this"],
  ['i was there first', 'you were there first'],
  ["i wasn't ready", "you weren't ready"],
  ["i've tried everything", "you've tried everything"],
  ["i'd rather be alone", "you'd rather be alone"],
  ["i'll never forget it", "you'll never forget it"],
  ['i hate myself for it', 'you hate yourself for it'],
  ['he took what was mine', 'he took what was yours'],
  ['i just was not ready', 'you just were not ready'],
  ['i never really was happy there', 'you never really were happy there'],
  ['i cried and was angry', 'you cried and were angry'],
  ['she was mad at me', 'she was mad at you'],
  ['i think he was drunk', 'you think he was drunk'],
  ['i know i was late', 'you know you were late'],
  ['he said i was the one', 'he said you were the one'],
  ['it was my birthday', 'it was your birthday'],
  ['my mother was right', 'your mother was right'],
  ['i was told that it was over', 'you were told that it was over'],
  ['we fight all the time', 'the two of you fight all the time'],
  ["we're drifting apart", 'the two of you are drifting apart'],
  ["we've been together for years", 'the two of you have been together for years'],
  ["we'll see each other in may", 'the two of you will see each other in may'],
  ['we fight every time we talk', 'the two of you fight every time you talk'],
  ['we were so close', 'the two of you were so close'],
  ["we weren't ready", "the two of you weren't ready"],
  ['he never makes time for us', 'he never makes time for the two of you'],
  ['our relationship feels empty', 'your relationship feels empty'],
  ['the house is ours', 'the house is yours'],
  ['we blame ourselves', 'the two of you blame yourselves'],
  ['my boyfriend and i broke up', 'you and your boyfriend broke up'],
  ['my long distance boyfriend and i broke up', 'you and your long distance boyfriend broke up'],
  ['my wife and i argue when we are tired', 'you and your wife argue when the two of you are tired'],
  ['when my husband and i talk, he looks away', 'when you and your husband talk, he looks away'],
  ['i love my boyfriend and i miss him', 'you love your boyfriend and you miss him'],
  ['my husband is ill and i miss him', 'your husband is ill and you miss him'],
  ['i love him and i miss him', 'you love him and you miss him'],
  ['he and i never talk', 'the two of you never talk'],
  ['me and him are over', 'the two of you are over'],
  ['her and i used to laugh', 'the two of you used to laugh'],
  ['it is over between him and me', 'it is over between the two of you'],
  ['me and my husband never talk', 'you and your husband never talk'],
  ['he told me that he loves me', 'he told you that he loves you'],
  ['she wants me to move out', 'she wants you to move out'],
  ["i'm afraid he will leave me", "you're afraid he will leave you"],
  ['i feel like i am invisible to him', 'you feel like you are invisible to him'],
  ['he is taller than i am', 'he is taller than you are'],
  ['i have nobody but my sister', 'you have nobody but your sister'],
  ['i told my dad and my mom', 'you told your dad and your mom'],
  ['i miss who i was with her', 'you miss who you were with her'],
  ['i can not stop thinking about my ex', 'you can not stop thinking about your ex'],
  ['my phone is my only friend', 'your phone is your only friend'],
  ['i always end up apologizing', 'you always end up apologizing'],
  ['he looks at me as if i was a stranger', 'he looks at you as if you were a stranger'],
  ['what i want is a hug', 'what you want is a hug'],
  ['i do not know who i am', 'you do not know who you are'],
  ['part of me was relieved', 'part of you was relieved'],
  ['the only thing i see is my own fear', 'the only thing you see is your own fear'],
  ['whether i am ready', 'whether you are ready'],
  ['how to tell my parents that i am leaving', 'how to tell your parents that you are leaving'],
  ['why my wife is angry with me', 'why your wife is angry with you'],
  ['everyone was looking at me', 'everyone was looking at you'],
  ["i'm the one who was left", "you're the one who was left"],
  ['i wish i was braver', 'you wish you were braver']
]

/** Nobody could be sure what these would turn into. */
const UNSURE: readonly string[] = [
  'i want you to tell me', 'do you think i am pretty', 'your reply made me cry', "we'd be happier", 'let\'s talk', 'i told him he left and was angry', "i ain't ready", 'we all went home',
  'i still, after all this, was hoping'
]

t.test('what is said of oneself is said back in the second person, verbs agreeing', async t => {
  t.ok(TURNED.length >= 60, `${TURNED.length} clauses`)
  for (const [clause, turned] of TURNED) t.equal(toSecondPerson(clause), turned, clause)
})

t.test('a guess is not said', async t => {
  for (const clause of UNSURE) t.equal(toSecondPerson(clause), undefined, clause)
})
