import type { Topic } from '../topic.ts'

export const closeness: Topic = {
  name: 'closeness',
  related: ['communication', 'emotions', 'self_worth'],
  evenNegated: true,
  signs: {
    deep: [
      'intimate/intimacy, sex/sexual/sexually/sexless/libido/bedroom, affection/affectionate, is/seems/seem/acting/been/feels/feel/felt/so/become/becoming/more/getting distant, withdraw+/withdrawn',
      'no/more/less/his/her/my/any/enough attention, pay/pays/paying attention, quality time, spend+/spending * time, time together, time for me/us, time with me/us, date night/nights, not make/have/give time',
      'too/always busy, no/any/put/puts/same/more/making/makes/make/enough effort, appreciate/appreciates/appreciated/unappreciated/appreciation/underappreciated, for granted',
      'neglect/neglected/neglects/neglecting, disconnected/disconnect/reconnect/connection/connected, push/pushing/pushes/pushed * away, my walls/guard, walls up/down',
      'close to anyone/someone/him/her/anybody/people, closer/closeness, vulnerable/vulnerability, emotionally unavailable/available/distant, like strangers, like a stranger, like roommates',
      'never home/here/there/around, not there for, always * work/working/phone/games/gaming/friends, works/working all/too/so/late/long, video games, on his/her phone, romance/romantic',
      'not/never * touch/touches/kiss/kisses/hug/hugs/cuddle/hold, less important, last on, ignoring me, acting/acts cold/weird/strange/different, cold towards/toward/to, honeymoon phase, separate rooms/beds/bedrooms, passion * gone/fade+, not feel seen/heard/special/wanted/desired/important/close, pulls/pull/pulling/pulled away, like coworkers/siblings, not want me, never/not * a priority, hug/hold/kiss/touch me, wish * hug/hold/kiss/touch'
    ],
    clear: [
      'distance/distant, support/supportive/supports, time for, busy, attention, unavailable, changed/changing/changes, forgot/forgets/forgotten * birthday/anniversary/me',
      'anniversary/valentine/valentines, interested in me, seems off, only * contributes, compliment/compliments, sleeps and, needs/need me'
    ],
    light: ['cold, ignore+, time, work/works/working, phone']
  },
  wordings: {
    LOW: [
      'It sounds as though you are longing to feel near again, or to be seen in what you give. That longing makes sense, and it can hurt more the closer the other person is. When do you feel it most?',
      'Being beside {person|someone} and still feeling far away is a particular kind of {feeling|ache}. You are not asking for too much by noticing it. What do you miss the most?',
      'There is a tenderness in what you wrote, a wish to matter and to be let in. Wishes like that are often kept quiet for a long time. How long has yours been waiting?',
      'Thank you for sharing this. Closeness can fade in small, almost invisible steps, and it is easy to wonder whether one only imagines it. What tells you that something is different?'
    ],
    MEDIUM: [
      'It sounds as though closeness, or attention, has become uneven. People often show care in different currencies: time, help, touch, words, so that one keeps giving what the other does not count. Which currency counts for you?',
      'You seem to miss a sense of being important to each other. Distance is sometimes about the relationship, and sometimes about stress that has nothing to do with it. What do you know about the reason, and what do you guess?',
      'There is a wish for more connection here, and perhaps some protection as well. Walls tend to go up where something once hurt, and they keep out good things too. What would make it a little safer to come closer?',
      'Feeling unseen can make even small moments speak. Often it is not a grand gesture that is missed but a sign that one is on the other\'s mind. What would such a sign be from {person|the other person}?'
    ],
    HIGH: [
      'Closeness can often be tended in small ways. You might suggest one short, regular moment without screens, and make it about something light at first. You could also tell {person|the other person} which small gestures reach you, since they may not know.',
      'It makes sense to want more nearness. You could describe what you miss as a wish rather than a lack, such as "I would love an evening that is only ours". Consider asking as well what would make it easier for the other side. What would your wish sound like?',
      'That is something two people can look at together. You might consider when closeness came easily and what was different then: time, rest, play, talk. Bringing back one of those, without expecting everything to follow, could be a gentle start.',
      'Letting someone in, or being let in, tends to go step by step. You might share one true thing that is slightly braver than usual and notice how it is received. If it goes well, the next one could be a little easier; if not, that might be something to talk about too.'
    ]
  }
}

export const relationship: Topic = {
  name: 'relationship',
  related: ['closeness', 'communication', 'feelings'],
  // The last resort before the general answer: somebody close is mentioned and nothing narrower is.
  signs: {
    clear: [
      '<partner>, my/our/the/a/this <close>, relationship/relationships/friendship, dating/couple/couples, someone/somebody i love/like/care, between us, we had/keep/got/broke/always/never/both/used',
      'he/she/him/her * i/me/my/us/we, i/me/my/we/us * he/she/him/her, he/she * back, ^ he/she'
    ]
  },
  wordings: {
    LOW: [
      'It sounds as though something with {person|someone close to you} has been on your mind. It makes sense that it stays with you when the bond matters. What about it is with you most right now?',
      'Thank you for telling me about this. Everyday moments between people can carry more {feeling|meaning} than they seem to from outside. What did this one bring up in you?',
      'I hear that this is part of your life with {person|somebody else}, and that it matters enough to be told. There is room here for all of it, the big and the small. How has it been for you?',
      'Some things between people are hard to file under one word. Whatever you feel about this one is welcome here. What would you like me to understand about it?'
    ],
    MEDIUM: [
      'It sounds as though you are thinking about how things are between you and {person|someone close}. What happens in a relationship and what it means to us are two different stories. What does this mean to you?',
      'You describe something that is part of a bond, and it seems to have left a mark. Small events often stand for a larger wish, such as feeling considered or feeling free. Which wish might be behind this one?',
      'There is a relationship in what you share, and a question around it that has not been asked yet. Looking at how you would like it to be can bring that question out. How would you like it to be?',
      'Relationships are made of many moments like this one. Some pass, and some stay because they touch something. What has this one touched in you about {person|the other person}, or about yourself?'
    ],
    HIGH: [
      'Thank you for describing that. You might begin by putting into one sentence what you would like to be different, and into another what is already good. From there, you could consider one small thing to say or do that serves the first without harming the second.',
      'It makes sense to give this some thought. You could look at it from three sides: what happened, how it was for you, and how it might have been for {person|the other person}. What you find on the third side could suggest how to open a talk. Which side is the least clear to you?',
      'There are usually several ways to respond to something like this. You might let it be, ask about it, or say what you would like, and each has its time. Consider which of them would leave you with the most respect for yourself and for the bond.',
      'I hear that you would like to handle this well. One approach could be to think about what you hope the relationship will feel like a while from now, and choose the next small step with that in mind. You might share the hope before the step, so that it is understood.'
    ]
  }
}
