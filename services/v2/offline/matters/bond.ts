/** Living together: quarrels, talking, fairness, closeness, trust, jealousy. */
import type { Matter } from '../matter.ts'

export const BOND: readonly Matter[] = [
  {
    id: 'own-anger',
    isBroad: true,
    pattern: /\b(?:i (?:get|got|am|was|feel) so (?:angry|mad|furious)|i(?:'m| am) (?:so )?(?:angry|mad|furious|livid)|my (?:temper|anger)|i (?:snap|snapped|lost it|lose it|explode|yell|yelled|lash(?:ed)? out)|aggravates? me|makes? me (?:so )?(?:angry|mad|furious)|get me so angry|drives? me (?:crazy|mad|nuts))\b/,
    about: 'this anger',
    validations: [
      'Anger like that usually guards something that matters to you.',
      'It makes sense to be this angry when something you care about keeps being stepped on.',
      'You can love someone dearly and still be furious with them.'
    ],
    insights: [
      'Anger is often the loud part; underneath there may be hurt, or the feeling of not counting.',
      'It tends to flare where something has been swallowed many times before.',
      'What you do with the anger and the reason for it are two things, and the reason deserves a hearing.'
    ],
    questions: [
      'What is underneath the anger when it cools a little?',
      'What was crossed for you in that moment?',
      'What does the anger want to protect?',
      'How is it afterwards, when the house is quiet again?'
    ],
    ideas: [
      'take twenty minutes apart when the heat rises, and say when you will come back to it',
      'start with the feeling underneath, such as "I felt unimportant", before the list of what happened',
      'look for the small moment just before it boils, because that is where a choice fits in',
      'bring up one thing at a time while it is still small',
      'move your body first, a walk or stairs, and talk afterwards'
    ]
  },
  {
    id: 'load',
    isRomance: true,
    pattern: /\b(?:chores?|housework|dishes|laundry|clean(?:s|ing)? (?:up|the)|(?:his|her|their) clothes|(?:i )?do everything|does nothing|doesn't help|never helps?|all the work|all by myself|(?:lazy|lazier)|messy|pick(?:ing)? up after|mental load|does(?:n't| not) lift a finger|plays? (?:video )?games|on (?:his|her) phone all)\b/,
    about: 'carrying so much of the daily load',
    validations: [
      'It is rarely about the one small thing; it is about feeling alone with all of it.',
      'Carrying the most of a shared life and hardly being seen for it would tire anyone.'
    ],
    insights: [
      'Fights about chores are often about being considered: someone noticing without being asked.',
      'The unseen part, remembering and planning, can weigh more than the work itself.',
      'When help has to be asked for each time, even help can feel lonely.'
    ],
    questions: [
      'Which part of it is the heaviest for you?',
      'What would tell you that you are not alone with it?',
      'When did it begin to feel this uneven?',
      'How do you feel at the end of a day like that?'
    ],
    ideas: [
      'write down together everything that keeps the home running, the invisible things too, and look at it as a team',
      'hand over whole tasks rather than favours, from noticing to finishing',
      'say what help means to you: "when you do it unasked, I feel that we are two"',
      'choose a calm weekly quarter of an hour for the plan, so that it does not spill into each evening',
      'let one thing be done differently from your own way, and see how that feels'
    ]
  },
  {
    id: 'money',
    pattern: /\b(?:money|debts?|credit cards?|spend(?:s|ing)? (?:too|so|all|our|his|her|it)|bills?|rent|salary|savings?|loans?|earns? more|broke financially|financ\w*|gambl\w*)\b/,
    about: 'this worry around money',
    validations: [
      'Money touches safety, so it makes sense that this reaches so deep.',
      'When it comes as a surprise, it can shake trust as well as the account.'
    ],
    insights: [
      'With money, two people often argue about numbers while the question beneath is safety, freedom or fairness.',
      'What each of you learned about money at home may be sitting at the table too.',
      'A surprise about money can feel like a secret, and that part may need its own conversation.'
    ],
    questions: [
      'What worries you most about it?',
      'What does money stand for in your life together?',
      'How was it for you to find out where things stand?',
      'What would make you feel safe again, even a little?'
    ],
    ideas: [
      'set a quiet hour with all the numbers on the table and no decisions yet',
      'talk first about what money means to each of you, and only then about the budget',
      'agree on an amount above which you ask each other',
      'look for a debt or money counsellor, so that the plan does not rest on the two of you alone',
      'say what it touches in you, such as safety or fairness, apart from the sums'
    ]
  },
  {
    id: 'jealous',
    isRomance: true,
    themes: ['jealousy'],
    pattern: /\b(?:jealous\w*|(?:other|another|some|female|male) (?:girl|woman|guy|man|friend|coworker)s?|flirt\w*(?! with me)|eyes for|(?:his|her) ex(?:'s)?\b|likes? (?:her|his|their) (?:pictures|photos|posts)|(?:talks|talking|texts|texting) (?:to )?(?:other|another|his|her|some)|who (?:he|she)(?:'s| is) texting|competing for|instagram|insecure (?:about|when|with) (?:him|her|other))\b/,
    about: 'this jealousy',
    validations: [
      'That sting when someone else comes close to what you love is very human.',
      'Jealousy usually shows up where something precious feels uncertain.',
      'It makes sense that you notice every small sign when your place does not feel sure.'
    ],
    insights: [
      'Jealousy often says less about the third person than about a wish to feel chosen.',
      'It can be hard to tell an old fear from a new fact, and both deserve a kind look.',
      'The feeling itself is a signal, while the story that the mind builds around it may or may not be true.'
    ],
    questions: [
      'What does the feeling say could happen?',
      'What would help you feel sure of your place?',
      'Is the feeling familiar from another time in your life?',
      'What do you see or hear just before it rises?'
    ],
    ideas: [
      'tell {them} the soft part, "I felt small just then", instead of the accusation',
      'ask for one concrete thing that would reassure you, such as an introduction or a plan together',
      'write down what you know and what you fear in two columns',
      'notice what you do to calm it and whether that brings you closer or further apart',
      'spend time on the things that make you feel good about yourself outside the relationship'
    ]
  },
  {
    id: 'trust',
    themes: ['trust'],
    pattern: /\b(?:trust(?:s|ed|ing)?|forgiv(?:e|ing|eness)|accus(?:es?|ed|ing)|second chance|another chance|suspicious|suspect)\b/,
    about: 'this question of trust',
    validations: [
      'Wanting to trust and being careful at the same time is a sensible thing after being hurt.',
      'Trust that has cracked makes every small sound seem loud.',
      'It makes sense that your heart and your head are not moving at the same pace.'
    ],
    insights: [
      'Trust tends to come back through small things kept over and over, more than through one big promise.',
      'Forgiving and trusting again are not the same: the first can be given, the second has to grow.',
      'The wish to be certain may be hard to fill, while the wish to be safe enough can be looked at step by step.'
    ],
    questions: [
      'What would trust feel like, if it were there again?',
      'What small thing would tell you that you can lean a little?',
      'Where in your life does trust come easily to you?',
      'What is the fear when you imagine trusting again?'
    ],
    ideas: [
      'name two or three small things that would rebuild trust and see whether they are kept for a month',
      'say openly that you want to trust and that it takes time, so that caution is not read as coldness',
      'tell {them} what triggers the doubt, without asking for proof each time',
      'give yourself permission to go slowly, and check every few weeks which way things are moving',
      'look at whether the doubt comes from now or from before, since each asks for something else'
    ]
  },
  {
    id: 'spark',
    isRomance: true,
    pattern: /\b(?:spark|room ?mates|fell out of love|falling out of love|los(?:t|ing|es) (?:the )?(?:connection|feelings|interest)|no (?:connection|passion|intimacy|affection|(?:had|have|having|our|no) sex|sex)|(?:doesn't|don't|not|isn't|never) (?:seem )?(?:interested|touch|kiss|hug|attracted|affectionate|romantic)(?: in)?|connection (?:to|with)|grow(?:n|ing) apart|drift\w*|intimacy|affection|(?:had|have|having|our|no) sex|bored (?:with|in|of)|routine|disconnected|feel nothing|(?:doesn't|don't|no longer) (?:really )?love (?:me|him|her|us)|be loved|still love(?:s)? me)\b/,
    about: 'the closeness between you',
    validations: [
      'Feeling far away from someone you love is a very quiet kind of lonely.',
      'It hurts to long for warmth from somebody who is right there.',
      'Longing to be wanted is one of the most human things there is.'
    ],
    insights: [
      'Closeness often fades by a thousand small absences, which also means it may return by small steps.',
      'Two people can miss each other at the same time, each waiting for a sign from the other.',
      'What looks like lost love is sometimes tiredness, hurt or habit lying over it, and sometimes it is a true change.'
    ],
    questions: [
      'When did you last feel close to each other?',
      'What do you long for most?',
      'What was it like between you when it was good?',
      'How does it feel to reach out and find so little there?'
    ],
    ideas: [
      'bring back one tiny ritual, such as ten minutes after work without phones',
      'tell {them} one thing you miss, as a longing and not as a complaint',
      'plan something new together, because curiosity and closeness often arrive in pairs',
      'ask what makes {them} feel loved, and offer your own answer',
      'leave pressure out of touch for a while, so that a hug can be just a hug'
    ]
  }
]
