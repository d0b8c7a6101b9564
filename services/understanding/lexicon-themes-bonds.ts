/** Themes of being with somebody. */
import type { Lexicon } from './lexicon.ts'

export const BONDS: Lexicon<'love' | 'readiness' | 'marriage' | 'dating' | 'choosing' | 'compatibility' | 'values' | 'long_distance' | 'family' | 'communication'> = {
  love: {
    deep: [
      'in love, fall+ in love, fell in love, fallen in love, true love, unconditional love, love at first sight, love/loves me back, love language+',
      'what is love, what love is, stop loving, fell for, fall+ for, love triangle, unrequited, madly in love, soulmate+, soul mate+',
      'love of my life, loves me not'
    ],
    clear: [
      'love, loves, loved, loving, beloved, affection, passion, passionate, romance, romantic, adore+, spark, intimacy, intimate, chemistry',
      'honeymoon, crush, feelings for, has feelings'
    ],
    light: ['❤, 💕, 😍, 🥰, kiss+, kissed, cuddle+, hug+']
  },
  readiness: {
    deep: [
      'ready for/to, not ready, am i ready, are we ready, be ready, feel ready, readiness, too soon, too early, too fast, moving/going/rushing fast',
      'taking it slow, take it slow, take things slow/slowly, move in together/with, moving in with, moving in together, living together',
      'live together, settle down, settling down, next step, date again, dating again, love again, new relationship so? soon, open up to',
      'let someone in, afraid/scared/fear of commitment, commitment issues, commitment, commit+, label on, meet his/her/my/the parents',
      'have kids/children/baby, having kids/children, wants kids/children/baby, want kids/children, starting a family, start a family, rush into',
      'big step'
    ],
    clear: [
      'serious about, timing, right time, wait for, waiting for, pressure to, take the next, serious relationship, get serious, getting serious, rush+, hesitant',
      'exclusive'
    ]
  },
  marriage: {
    deep: [
      'marriage, marriages, married, marry, marrying, marries, wedding, weddings, engagement, engaged, proposal, propose+, proposed, divorce',
      'divorced, divorcing, divorces, vows, newlywed+, husband and i, wife and i, my? spouse, anniversary, prenup, marital, remarry, remarried',
      'filed for, honeymoon, wedlock'
    ],
    clear: ['husband, husbands, wife, wives, fiance, fiances, in laws, in law, years together with']
  },
  dating: {
    deep: [
      'dating, first date, second date, third date, online dating, dating app+, tinder, bumble, hinge, ask * out, asked me out, ask+ her out',
      'went on a date, go+ on dates, on a date, blind date, hook up, hooked up, hooking up, friends with benefits, fwb, casual, talking stage',
      'swipe+, matched with, flirt+, flirting, flirts, flirty, make a move, makes a move, first move, text me back, text/texting him/her/them first',
      'text/texts back, leave me on read, on read, ghosted, ghosting, met a guy/girl/man/woman, met someone, met this guy/girl',
      'gave me his/her number, number to each, like him, like her, likes me, likes you, i like this/a guy/girl, crush, take * on a date',
      'took * on a date, be single, single again, still single, spark/sparks my interest, getting to know, play+ hard to get, situationship'
    ],
    clear: [
      'date, dates, dated, single, boyfriend, girlfriend, boyfriends, girlfriends, asked out, attracted, attraction, flirt, seeing someone, a guy i',
      'a girl i, this guy, this girl, valentine, valentines, older men/man/woman/women, younger man/woman'
    ],
    light: ['guy, girl, guys, girls, men, women, relationship, relationships, couple, couples']
  },
  choosing: {
    deep: [
      'choose between, choosing between, between two, two guys/men/girls/women/people, torn between, stay or go/leave, leave or stay',
      'stay with * or, stay together or, stay or, go or stay, who do i choose, choose him, choose her, which one, better choice, right choice',
      'make a choice, wrong choice, make a decision, made a decision, right decision, big decision, hard decision, decide between/if/whether/to',
      'can not decide, decision, decisions, should i stay/leave/go/end/break, is it worth, worth saving/fighting/giving/it/staying, whether to',
      'or should i, my ex or, break up with him/her/them or, pick one, pick between, love two, in love with two, for both, like them both',
      'give him/her/them another/a chance, second chance, another chance, on the fence, end it, end my/the/this/our relationship/marriage',
      'fight for, hold on or, let go or, or move on, or just'
    ],
    clear: [
      'choose, choice, decide, deciding, undecided, stay with him/her, staying with him/her, options, pros and cons, crossroads, ultimatum',
      'leave him/her, want to leave'
    ]
  },
  compatibility: {
    deep: [
      'compatible, compatibility, incompatible, in common, nothing in common',
      'different people/worlds/backgrounds/views/goals/religions/cultures/personalities, opposites, opposites attract, want different things',
      'wants different things, different things, right for me, right for each, right one, right person, the one for, is he the one, is she the one',
      'meant for each, meant to be, meant to be together, good match, bad match, age gap, age difference, older than me, younger than me',
      'years older, years younger, introvert, introverted, extrovert, extroverted, personality, personalities, antisocial, social as, sex drive',
      'libido, sexual needs, mismatch+, so different, too different, wrong for me, good together, grow+ apart, growing apart, grown apart',
      'grew apart, growing from, outgrown, love language+, never agree, agree on anything, attachment style, attachment styles, different schedules',
      'zodiac, interested in me, not interested, bored with/of'
    ],
    clear: ['different, agree, hobbies, interests, similar, match, connection, lifestyle, introduce me, initiative']
  },
  values: {
    deep: [
      'values, religion, religious, church, faith, god, muslim, christian, catholic, jewish, hindu, atheist, beliefs, believe in, politics',
      'political, principles, morals, moral, culture, cultures, cultural, tradition, traditions, traditional, goals, priorities, priority, ambition',
      'ambitions, career, money habits, wants kids, does not want kids, do not want kids, want kids, have kids, having children, want children',
      'future together, our future, life goals, same page, different page, cheating is something, what matters, integrity, vegan, spiritual, dreams',
      'lifestyle, spend money, spends money, debt, savings, ready for kids, sacrifice+, compromise+'
    ],
    clear: [
      'money, future, important to me, finances, financially, job, work, college, school, opportunity, honest, better man, better person',
      'better woman'
    ]
  },
  long_distance: {
    deep: [
      'long distance, distance relationship, far away, miles away, different countries, different country, another country, different city',
      'different cities, another city, another state, different states, hours away, hours apart, live * apart, time zone, time zones, moved away',
      'moves away, moving away, abroad, overseas, deployed, deployment, military, visa, airport, in person, business trip, business trips',
      'out of town, out of state, away for work, travel/travels for work, truck driver, see each other once, lives in, video call+, facetime',
      'flight, flights, only see each other, when he visits, when she visits, never home, close the distance, met online, visit+ me, gone for weeks',
      'gone for months, on the road, relocate+, relocating'
    ],
    clear: ['distance, apart, visit, visits, visiting, away, travel, travels, trip, skype, zoom, moved to, moving to, college, come+ home']
  },
  family: {
    deep: [
      'family, families, mother, father, mom, dad, mum, parents, parent, in laws, in law, sister, brother, siblings, sibling, son, daughter, kids',
      'kid, children, child, baby, pregnant, pregnancy, custody, co parenting, coparenting, stepmom, stepdad, stepson, stepdaughter, step kids',
      'stepkids, stepchildren, blended, grandparents, grandmother, grandma, grandfather, uncle, aunt, cousin, nephew, niece, toddler, newborn',
      'parenting, single mom, single dad, single mother, single father, baby daddy, mama'
    ],
    clear: ['household, home, house, holidays, christmas, thanksgiving, growing up, childhood, raised']
  },
  communication: {
    deep: [
      'communicate, communicates, communicating, communication, talk to him/her/them/my about, talk to my <partner>, talk to each, talk about',
      'talk it out, talk things, have the talk, the conversation, conversation+, hard conversation, bring up, bring it up, brought it up',
      'tell him/her/them/my, telling him/her/them, told him/her/them that, how to say, how do i say, what to say, say sorry, express my/how/myself',
      'express feelings, listen, listens, listening, does not listen, hear me, hears me, heard, misunderstand+, misunderstanding+, misunderstood',
      'silent treatment, shut+ down, shuts down, stonewall+, open up, opens up, opening up, speak up, speaks, does not talk, will not talk',
      'not talk to me, stopped talking, never talk, barely talk, hardly talk, not talking, on the phone, text, texts, texting, texted, replies',
      'reply, replying, my point of view, approach this/the/him/her/it, ask him/her/them/my, apologize, apologise, apology, apologizing, voice my',
      'mean what, say hurtful, hurtful things, hurtful words, negative words, words hurt, passive aggressive, nag, nags, nagging, ignores me',
      'ignoring me, does not respond, will not respond, never tells me, never told him/her/them/me, read my message/messages, left me on read',
      'say i am sorry'
    ],
    clear: [
      'talk, talks, talked, talking, say, tell, said, discuss, discussed, phone, call, calls, calling, silence, silent, ask, words, explain, quiet',
      'complain+, complaining, upset with me, forgive me'
    ]
  }
}
