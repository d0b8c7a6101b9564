import type { Topic } from '../topic.ts'

export const readiness: Topic = {
  name: 'readiness',
  related: ['values', 'dating', 'feelings'],
  people: ['partner'],
  evenNegated: true,
  signs: {
    deep: [
      'ready to/for * date/dating/marry/marriage/commit/commitment/relationship/kids/kid/children/child/baby/love/settle/propose/engaged/serious/next/move/parenthood/that/open',
      'am i ready, are we ready, is/are he/she/they ready, not/never ready, too soon, too fast/quickly, moving fast, rushing/rushed/rush into/things/it, move/moving/moved/live in together/with, living together',
      'settle/settling down, commit/commits/committed/committing to, not/never/will commit, commitment/commitments, want+/wants/ready for/to/a/kids/children * kids/children/baby/babies, want/wants/wanted kids/children, have/having kids/children/babies with, start/starting a family, have a baby, next step/level, take/taking/taken it/things slow',
      'start/started/starting dating again, date again, afraid/scared/fear of * commitment/marriage/dating/love/falling/getting, cold feet, biological clock, too young/old to/for'
    ],
    clear: [
      'new relationship, serious relationship, start/starting * relationship, big/such decision/step, open * heart, take/takes/taking * initiative, let someone/somebody/anyone/anybody in, baggage',
      'unready, wait until/longer, rush'
    ],
    light: ['ready, soon, serious, the future/our future']
  },
  wordings: {
    LOW: [
      'A step like this can be wanted and feared at the same time. It makes sense that your heart asks for a little room before it answers. What comes up in you when you picture it?',
      'It sounds as though the question of timing is sitting with you. There is no shame in being unsure, or in being surer than others expect. What does your own pace feel like?',
      'There is honesty in asking whether the time is right. Often one part leans forward while another holds the rail, and both mean well. What does the part that holds the rail want to protect?',
      'Thank you for sharing this. Standing before something new with {person|another person}, or with oneself, can bring {feeling|nervousness} as well as hope. Which of them is nearer to you today?'
    ],
    MEDIUM: [
      'You seem to be asking whether the moment is right. Being ready rarely means feeling no fear; more often it means knowing what the fear is about. What is yours about?',
      'It sounds as though there is a step in front of you and a pace that does not quite feel like your own. Pace is something two people can differ on while wanting the same thing. How do you and {person|the other person} differ there?',
      'Questions of readiness tend to mix the present with the past. What has been lived through before can make a good step look steeper than it is, or a warning easier to miss. What does your past whisper about this one?',
      'There is a careful weighing in what you wrote. Some part of it can be about the step itself, and some part about who you would be after it. Who would that be?'
    ],
    HIGH: [
      'It is wise to ask this before stepping forward. You might look at three signs: whether you want the step itself or the relief of having decided, whether you can say no without losing what you have, and whether you know what would change in daily life. Where you hesitate could be the place to look at next.',
      'That makes sense to think through. You could tell {person|the other person} what you are looking forward to and what makes you nervous, and hear both from them as well. It might also help to agree on a smaller version of the step first. What would a smaller version look like?',
      'Being ready can be explored rather than decided. You might consider what you would like to have in place beforehand, such as time, money talks, healing or support, and which of these is essential and which only comfortable. That could show whether the answer is no, yes or not yet.',
      'There is no single right time, though there can be a right pace. One approach could be to set a date on which you will look at the question again, and to leave it alone until then. In between, you might notice what makes you feel more open and what makes you feel more closed.'
    ]
  }
}

export const marriage: Topic = {
  name: 'marriage',
  related: ['closeness', 'communication', 'values'],
  people: ['partner', 'ex'],
  signs: {
    deep: [
      'my/our/the/this marriage, get/getting/got married, marry/marrying me/him/her/someone, propose/proposed/proposing/proposal to, propose+, engaged/engagement, wedding/weddings, newlywed/newlyweds',
      'vows, marriage counseling/counselling/problems/counselor/therapy, arranged marriage, married life/couple/for, as a married'
    ],
    clear: ['marriage/marriages, married/marry/marrying, prenup, honeymoon, remarry/remarried, my new husband/wife'],
    light: ['husband/wife/spouse, divorce']
  },
  wordings: {
    LOW: [
      'Marriage holds so many things at once: love, habit, hopes, and all the days in between. It makes sense that there is {feeling|a lot} to feel when something in it presses. What presses the most right now?',
      'It sounds as though this sits close to the centre of your life. Things that concern a marriage can be hard to say out loud, and you have begun. What would you most like to be heard about?',
      'There is care in how you write about this. A bond like marriage can be a shelter and a worry, sometimes on the same day. What is it for you today?',
      'Thank you for trusting me with something so personal. Where two lives are joined, or are about to be, even small changes are felt. What change do you feel between you and {person|the other person}?'
    ],
    MEDIUM: [
      'It sounds as though marriage itself is being looked at here. Couples often carry silent agreements about roles, closeness and freedom that were never spoken. Which unspoken agreement might be at play?',
      'You seem to be holding both the bond and a difficulty within it. A marriage tends to move through seasons, and one season is not the whole of it. What would you call the season that you see now?',
      'There is a wish in what you share, perhaps for ease or for being on the same side again. Feeling like a team is often what people miss before anything else. When did you last feel like a team with {person|the other person}?',
      'Questions about marriage often have two layers: the matter of the day, and what it means about the two of you. The second one tends to hurt more. What do you fear that it means?'
    ],
    HIGH: [
      'It makes sense to give this some structure. You might set aside one unhurried talk in which each of you says what has been good, what has been hard and what you would wish for, without answering back. Keeping it to a single topic the first time could make the second talk easier.',
      'Caring for a marriage can happen in small ways. You could consider one regular moment that belongs only to the two of you, and one habit that lightens the load for {person|the other person}. It might also be good to ask for one such thing for yourself. What would you ask for?',
      'That is an important matter, and there are several ways to approach it. You might consider which part is about practical life, such as money, time or family, and which is about feeling loved. The practical part could be planned; the other part often asks to be listened to first.',
      'I hear how much this means. One approach could be to think about what you each expected marriage to be, and where life has turned out differently. If talking about it keeps going in circles, a couples counsellor might help you both to hear something new.'
    ]
  }
}

export const dating: Topic = {
  name: 'dating',
  related: ['feelings', 'readiness', 'self_worth'],
  people: ['partner', 'ex'],
  signs: {
    deep: [
      'dating app/apps/site/sites/profile/life/pool, online dating, tinder/bumble/hinge, first/second/third/blind/next date, date/dates with',
      'go+/going/went/gone/asked/ask/asking/take/took/taking * on/out * date/dates, ask+/asked/asking <them> out, ask * out, text+/texted/texting back',
      'not/never/stopped * text+/texted/texting/reply/replied/replies/called/calling/respond/responded/responding/answer/answered, left on read, ghosted/ghosting/ghosts',
      'make/made/making a/the/first move, led/lead/leading * on, situationship/situationships, friends with benefits, hookup/hookups/hooking, talking stage, something casual/serious',
      'friend zone/zoned, friendzone/friendzoned, meet+/meeting/met someone/somebody/new/guys/girls/men/women/people, become/be/are/being exclusive, hard to get, start/started dating, been dating',
      'back into/in dating, get/find/getting/finding a girlfriend/boyfriend, not want * relationship, likes/like me back, sparks/spark my/any interest, girls/guys/men/women like/love/want me, want * to date',
      'playing games, just met, notice me, get him/her/them to notice/like/want, we met, cancelled/canceled/bailed/flaked on me, only calls/texts/wants me, booty call, find a/the girlfriend/boyfriend/partner, never been kissed'
    ],
    clear: [
      'dating/dated, date him/her/them/someone/a/my, seeing someone/him/her/this/a, like+/likes/liked me, this/a/that guy/girl, like+/love this/a guy/girl/man/woman/boy, attracted to, chemistry',
      'am/still/being/been/stay/staying/was/be single, man/woman interest, interested in/me, to approach * girl/guy/him/her/woman/man, our/my number/numbers/date, rejected, stood me/her/him up, get/got/been stood up, guy/girl/he/she likes you, girl/guy i like'
    ]
  },
  wordings: {
    LOW: [
      'Getting to know somebody, or hoping to, leaves a person more open than usual. It makes sense that there is {feeling|a flutter of nerves} in it. What has it been like for you so far?',
      'It sounds as though you are reading between the lines of something still unwritten. Waiting for a sign can fill whole evenings. What do you find yourself hoping for?',
      'There is courage in letting yourself care before knowing how it ends. Feeling unsure or let down along the way is very human. What touched you most in this?',
      'Thank you for sharing this with me. Dating can raise old questions about being wanted in a brand new setting. Which of those questions is with you now?'
    ],
    MEDIUM: [
      'You seem to be finding out where this could go. Early on, attention often goes to whether the other person is interested, and the question of how one feels around them waits at the back. How do you feel around {person|this person}?',
      'It sounds as though the signals are not easy to read. Uncertainty can make someone look more precious than a clear answer would. What would a clear answer change for you?',
      'There is hope in what you wrote, and some caution as well. The two can work together: hope opens the door and caution looks at who is there. What has caution noticed so far?',
      'Dating decisions tend to show what we are looking for, sometimes before we know it ourselves. Being drawn to someone and being well with someone are two different things. How do the two compare here?'
    ],
    HIGH: [
      'That is a good thing to think about early. You might decide what you would like to find out next, and choose the simplest way to learn it, which is often a short and friendly question. Their answer, or the lack of one, could save a lot of guessing.',
      'It makes sense to want a plan. You could consider what you are looking for at the moment, company, fun or something lasting, and say it lightly when it fits. People who want the same might be easier to recognise that way. What are you looking for right now?',
      'There are a few ways to look at this. You might notice how you feel after being in touch: calmer, lighter, or smaller. You could also consider whether interest is shown in actions on both sides, since effort that goes only one way tends to tire.',
      'I hear that you would like to handle this well. One approach could be to take the next small step you would be comfortable with whatever the outcome, such as suggesting a particular day. If the reply stays vague, you might let that be information and keep your heart free for clearer interest.'
    ]
  }
}
