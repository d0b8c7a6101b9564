/** What people want from the coach, by the words they ask or tell it in. The shape of the whole message is `classifier.ts`'s. */
import type { Intent } from './reading.ts'
import type { Lexicon } from './lexicon.ts'

export const INTENT_LEXICON: Lexicon<Intent> = {
  greeting_testing: {
    clear: [
      '^ testing, ^ test, are you there, are you working, does this work, can you hear me, is this working, is anyone there, just testing',
      'just trying this, checking this out'
    ]
  },
  venting: {
    deep: [
      'need/needed/want/wanted/have/had to vent, vent, venting, rant, ranting, rant over, off my chest, let it out, let it all out, get this/it out',
      'get it all out, say it out loud, say this out loud, say it somewhere, say this somewhere',
      'need/needed/want/wanted/had to tell someone/somebody, please just listen, need/want you to * listen, just listen please, someone to listen',
      'somebody to listen, someone to hear me, want to be heard, need to be heard, no advice, not look+ for advice, not looking for advice',
      'do not want/need any? advice, not ask+ for advice, not asking for advice, do not need solutions, no solutions, no need to answer',
      'not need an answer, had to write, need to write, scream into, nowhere else to, no one/nobody to talk to about this'
    ],
    clear: [
      'i am so/really/just done, so done, i can not believe, can not even, i hate, hate that/how/when/it',
      'i am so/very/really/beyond/just/absolutely angry/mad/upset/hurt/sad/tired/frustrated/annoyed',
      'i am so/very/really/beyond/just/absolutely sick/furious/lonely/heartbroken/disappointed/lost/exhausted/over, sick of, sick and tired, fed up',
      'had enough, tired of, drives me, makes me so, can not stand, can not take, enough is enough, not fair, who does that, who even does',
      'can you believe, would you believe, are you kidding, seriously, what the hell, what the fuck, why me, why does this always, why do i always',
      'why do i even bother, why do i bother, why is it always, why can not he/she/they/people/anyone/it, how could he/she/they/anyone',
      'how can someone/anyone/he/she/they, what is wrong with him/her/them/people, what kind of, how hard is it, so much to ask',
      'too much to ask, i just found out, worst day/week/month/night, what a/an day/week/mess/joke/jerk/idiot, ugh, argh, grr',
      'i feel like screaming, i could scream, i give up, broke my heart, what did i do to deserve, of course he/she/they, as usual, yet again',
      'once again, every single time/day, the nerve, how dare, as if i, makes my blood'
    ],
    light: [
      'i feel so, i am so, so angry, so mad, so hurt, so sad, crying, cried, keeps, never listens, always has, just sits, again, today he/she/my',
      'yesterday he/she/my, last night he/she/my, he said, she said, and then he/she, turns out, worst, hurts, cheated on me, dumped me, left me',
      'ignored me, miss him, miss her, hate'
    ]
  },
  reflection: {
    deep: [
      'have been thinking/reflecting/wondering/asking, been thinking/reflecting about/on/lately/that/how/why, i realize+, i realise+',
      'realized/realised that/how/i/it, starting/started/beginning/began to realize/realise/see/understand/notice/think/wonder',
      'come to see/realize/realise/understand/think/terms, came to see/realize/realise/understand, looking back, look back, in hindsight',
      'in retrospect, it occurred to me, it occurs to me, it dawned on me, dawns on me, it hit me, it struck me, i have learned/learnt',
      'i learned/learnt that/to/a/how, i noticed that? i/how/myself, because i grew up, i wonder if/why/whether/what i, maybe i * because',
      'maybe it is because, i understand * better/now, i think * is because, i notice/noticed that/i/myself/how/a/when, i have noticed',
      'thinking back, i see now, i can see now, now i see, i am noticing, i am realizing/realising/learning/discovering, i understand now',
      'now i understand, i am aware, i became aware, reflecting on'
    ],
    clear: [
      'i wonder how much/often, part of me, maybe i am the one, maybe i, perhaps i, a pattern, patterns, same pattern, i tend to, i always end up',
      'i keep repeating/choosing/ending/picking/going/falling, i used to think/believe, i think i/it is because, i think that is why',
      'probably because i, it might be because, maybe it is because, come/comes from my, goes back to, grew up, growing up, my own part, my part in',
      'own behavior/behaviour, work on myself, trying/try to understand why i/myself/my, want to understand myself/why i, who i am becoming',
      'what it says about me, what that says about me, i ask myself, asking myself, journal+, journaling, my therapist, i have changed',
      'i have grown, thinking about why/how/what i, i think about how/why/what'
    ],
    light: ['i wonder, i think i, i guess i, i suppose i, these days, over the years, lately i, childhood, my past, remind+ me']
  },
  advice_seeking: {
    deep: [
      'how do/can/could/should/would/might/must/shall i/we, how can my, how can our, how does one, how do you, ^ how to, how am i supposed/to',
      'how are we supposed, how best, how would you, how should, what should/can/could/must/shall/might i/we, what do/would i/we/you',
      'what am i supposed/to, ^ what to do/say/try/tell/text/write/answer/expect, what would you, what is the best, best way to, better way to',
      'right way to, good way to, ways to, any advice/tips/suggestions/ideas/thoughts/recommendations/help/guidance/pointers/insight',
      'need/want/would/like/love/appreciate some? your/any/a? advice/tips/guidance/suggestions/recommendations, need some/your/any? help/advice',
      'give me advice/some/a/tips, some advice, advice please, your advice, please help/advise',
      'help me with/to/understand/figure/find/fix/get/say/write/make/plan/talk/out/please',
      'can/could/would/will you/someone/somebody/anyone/anybody help/advise/tell/suggest/give/recommend/show, what is a/an/the * way to/of',
      'what is a good, what steps, where do/should i start, where do/should i/we go/begin, is there a/any/something/anything way/ways/thing/i/we',
      'is there a/any * way, what else can, tell me how/what to, show/teach me how to, what/which steps/ways/things/habits/words would/could/can/might/will help',
      'what are some? ways/questions/things/steps/ideas/words * i/we can/could/should/might'
    ],
    clear: [
      'should i/we, do not know what to do/say/tell/think, not sure what/how to, not sure what/how i should, do not know how to/i',
      'no idea what/how to, do i tell/say/text/call/wait/let/give/keep/ask/bring',
      'do i confront/go/just/need/have/reach/forgive/apologize/apologise/leave/end, when should/do/can i/we, when is the? right/it/best',
      'who do/should i, which should/do, what does that/this/it mean, what does he/she mean, what do you think/suggest/recommend',
      'do you think i/we/he/she/it/this/my, tips, want to know how/what, want to learn/become/stop/fix/improve/understand how',
      'like to know how/what, wondering how/what i/to, need to know/learn/figure, advice, help me, suggestions, am i ready, was i wrong',
      'can someone, can i, can we, could i, is there a reason, am i wrong, i need help'
    ],
    light: [
      'why do i, why am i, why does/do/is/are/can/did/would/will my/he/she/they/our/we, why will not he/she, how come, want to fix, want to make it',
      'want to get past, would like to, trying to figure, help, i want to be a? better'
    ]
  },
  reassurance_seeking: {
    deep: [
      'is it/this/that normal/ok/okay/weird/strange/bad/wrong/common',
      'is it/this/that crazy/silly/stupid/selfish/healthy/natural/unreasonable/terrible/too, is it/that still? normal',
      'am i crazy/overreacting/wrong/bad/selfish/weird/stupid/normal/paranoid/needy/toxic/horrible/terrible/silly',
      'am i insane/dumb/unreasonable/dramatic/alone/enough/right/okay/ok/too/overthinking/imagining/abnormal/broken/lovable',
      'am i being/just/the/a/an/really/so crazy/overreacting/wrong/bad/selfish/unreasonable',
      'am i being/just/the/a/an/really/so paranoid/needy/dramatic/asshole/jerk/problem/only',
      'am i being/just/the/a/an/really/so one/horrible/terrible/silly/too/monster/fool',
      'am i being/just/the/a/an/really/so idiot/good/overdramatic/sensitive/dumb/overthinking/unfair, is it just me, is it only me, is it my fault',
      'was it my fault, is this my fault, did i do something/anything/the wrong, tell me i am/did/was/can/will/have/deserve, tell me it',
      'tell me that it/i/we/he/she/everything, please tell me, say it will, will * ever, was/is that/it/this the right/wrong, right thing to do',
      'will it be/get/ever/pass/stop, will i be/ever/find/get/always, will he/she/they/we ever/be/come/still/find/make',
      'does it/this get/ever/pass better/easier/stop/end?, it will be ok/okay/fine/alright, going to be ok/okay/fine/alright/all, be ok again',
      'be okay again, get better right, get through this right, something wrong with me, is something wrong with, what is wrong with me',
      'does he/she really/even/still/actually love/like/care/want, do they still love',
      'do you think he/she/they/it still/really/will/is/loves/likes/cares, still love/loves me, should i be worried/concerned/scared/afraid/ashamed',
      'do other people/couples/women/men/girls/guys, does anyone/anybody else, anyone else feel/felt/have/had/ever, has anyone else',
      'has anybody else, that is normal right, normal right, i am not crazy right, am i allowed, do i have a/the right',
      'not a? bad person/partner/mother/wife/husband/girlfriend/boyfriend right, do i deserve, can i still be'
    ],
    clear: [
      'just need/want to hear/know that/it/i, need to know that/it/i am/will, reassure me, reassurance, reassuring, i hope i am not',
      'afraid that i am too, worried that i am, am i ready, was i wrong, worried i am, scared i am, i am scared that i, is that ok/okay',
      'will everything, am i lovable, did i ruin, have i ruined, am i too, was it wrong'
    ],
    light: ['right $, is it possible that he/she, do you think, what if']
  },
  decision_making: {
    deep: [
      'stay or go/leave/end/move/break/walk, leave or stay, go or stay, stay with * or, stay together or, break up or, end it or, or break up',
      'or end it, or leave, or stay, or let * go, or let it go, or walk away, or not $, or give him/her/it/us/them, or say no, whether to',
      'whether i/we should/want/can, whether or not, can not decide/choose, can not make up my mind, make up my mind, trying to decide',
      'try to decide, need/have to decide, need/have to choose, need/have to make a choice/decision, help me decide, help me choose',
      'decide between/if/whether, deciding between/if/whether, how do i decide/choose, torn between, choose between, choosing between, between two',
      'pros and cons, make a decision, making a decision, make this decision, make the decision, make the right decision/choice, on the fence',
      'thinking about/of leaving/ending/breaking/divorcing/moving/proposing/quitting/separating/filing',
      'considering leaving/ending/breaking/divorce/divorcing/moving/proposing/taking, leaning toward/towards, weighing, who do i choose, which one',
      'say yes or, said yes or, accept or, two options, an ultimatum, i have until, deadline'
    ],
    clear: [
      'should i/we stay/leave/end/break/marry/move/forgive/take/give/divorce/choose',
      'should i/we accept/propose/file/go/let/quit/keep/try/say/continue/get, worth saving/fighting/staying/trying/giving/it/continuing',
      'second chance, another chance, undecided, or should i, is it time to, time to leave/end/move, ready to leave/end/commit/marry'
    ],
    light: ['big/hard/difficult/final decision, decision, decide, choice, or just, or wait, should i, choose, options, stay with']
  },
  curiosity_learning: {
    deep: [
      'why do people/men/women/couples/guys/girls/some/humans/we/relationships/so/most/partners/exes/boys/others/many',
      'why is it that people/men/women/couples/some, why are people/men/women/couples/some/relationships',
      'how do people/couples/men/women/most/some/others/healthy/happy',
      'how does love/attachment/trust/attraction/therapy/counseling/counselling/a/jealousy/grief/one, how long do/does * last/take',
      'how often do/should couples, how many people/couples/relationships, what is a/an/the/love/attachment/gaslighting/codependency',
      'what is trust/intimacy/emotional/breadcrumbing/stonewalling/meant/considered/difference',
      'what are the/some/signs/love/attachment/boundaries/healthy/common, what makes a/an/people/couples/someone/relationships/love/two',
      'what does a/an/the/healthy/it/love/being/research/science/psychology/attachment/someone * mean/look/say/feel, what does it mean to/when',
      'how do/does * affect/influence/shape/impact/change/work, what causes, what happens when people/couples/someone/two, what role',
      'what percentage, is there such a thing, is it possible to/for, is it true that, are there different/types/any/certain/studies, do opposites',
      'do people/men/women/couples/most/relationships/long, does love/time/distance/couples/everyone/absence/age/therapy',
      'can people/someone/couples/men/women/you/a/love/relationships/trust/two/long really?, difference between, explain what/how/why/the/to',
      'explain attachment/love/jealousy/boundaries, just curious, out of curiosity, tell me about/more, teach me about, learn about',
      'learn more about, interested in learning/understanding/how/what, like to learn/understand, want to learn/understand about/more/what/how',
      'i read that/about/somewhere, i heard that/about, according to, studies, research, psychology, psychologists, theory, concept of, meaning of',
      'define, definition, in general, generally speaking, stages of, types of, signs of, example/examples of'
    ],
    clear: [
      'curious about/how/why/what/whether/if, i am curious, wonder how/why people/men/women/couples, how does it work, why does love',
      'what is it like, how common, statistically, do you believe, what do experts, attachment style+, how do you define, in your opinion'
    ],
    light: ['interesting, curious, learn']
  }
}
