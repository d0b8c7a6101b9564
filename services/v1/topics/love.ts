import type { Topic } from '../topic.ts'

export const love: Topic = {
  name: 'love',
  related: ['feelings', 'closeness', 'compatibility'],
  people: ['partner', 'ex'],
  signs: {
    deep: [
      'in love, say/says/said it back, say/says/said i love you, is/was it/this love, love of my life, real/true/first love, fall+/fell/fallen for, do/does/did i/he/she/they * love him/her/them/me, soulmate/soulmates, soul mate/mates, what is love',
      'what love is/means, love language/languages, unconditional love, how to love, someone/somebody love/loves you/me, make/get * love me'
    ],
    clear: ['love+ <them>, love/loved/loves * <partner>, love/loves/loved/loving me, love each other, madly in, love with'],
    light: ['love you, heart, love/loves/loved']
  },
  wordings: {
    LOW: [
      'Love is taking up real room in what you wrote, and that deserves to be heard without hurry. Feelings this close to the heart rarely come in neat sentences. What does it feel like for you right now?',
      'I can hear how much this matters to you. When love is involved, even small things carry {feeling|weight}, and that makes complete sense. What part of it stays with you the longest?',
      'Thank you for putting something so tender into words. There is nothing odd about having a lot to feel when it comes to {person|someone you care for}. What would you most like to be understood about it?',
      'It sounds as though your heart is very much in this. Loving can be warm and sore within the same hour, and both are allowed here. Where do you feel it most today?'
    ],
    MEDIUM: [
      'Love seems to sit at the centre of what you share. It often shows less in big words than in how safe and how much like yourself you feel around someone. How do you feel about yourself when you are with {person|the person you have in mind}?',
      'It sounds as though you are looking closely at what love means here. People can love sincerely and still show it in ways that the other one does not recognise. In what ways does love reach you most easily?',
      'There is care in how you write about this. Love and being at ease do not always arrive together, and the distance between them can tell you something. What would make it feel easier?',
      'You seem to be asking something important about love. The answer often lies in what stays the same on ordinary days rather than in the strongest moments. What do your ordinary days with this feeling look like?'
    ],
    HIGH: [
      'It is a good question, and love gives few quick answers. You might look at three things: how you treat each other on plain days, how you both come back after a hard moment, and whether you can be fully yourself. Noting one example for each could show you more than thinking about it in general.',
      'Wanting to handle love with thought says a lot. You could begin by naming what love looks like in action for you, such as time, words, help or touch, and then ask {person|the other person} the same. Comparing the two answers might explain a good deal. Which one do you think you would name first?',
      'That makes sense to ask. One way to approach it could be to separate the feeling itself from what you hope it will lead to, because the two are easily mixed. You might then consider what you would like to say or do about each one.',
      'Love can be strong and still leave practical questions open. You might consider what you give gladly, what you give with effort, and what you would like to receive. If one of them stands out, it could be a gentle place to begin a talk with {person|the one you love}.'
    ]
  }
}

export const loveConfusion: Topic = {
  name: 'love_confusion',
  related: ['love', 'confusion', 'feelings'],
  people: ['partner', 'ex'],
  // Chosen where love and confusion are both present; see match.ts.
  signs: { deep: ['not know if/whether * love/loves, not sure if/whether * love/loves, love/loves * or not, is/was it/this * love or'] },
  wordings: {
    LOW: [
      'Caring for {person|someone} and not being sure of it at the same time can feel like standing in two places at once. Both can be true, and neither makes the other less real. What does the unsure part of you say when it gets a quiet moment?',
      'It sounds as though love and doubt are sharing the same room right now. That is a tiring mix, and it makes sense that it takes up so much space. Which of the two is louder today?',
      'There is a lot of feeling in what you wrote, and not all of it points the same way. Loving and wondering often go together, even when it is uncomfortable. When do you notice the wondering most?',
      'Being pulled between what the heart says and what the head keeps asking is hard to carry. Nothing in that mix is strange or wrong. What is it like for you to sit with both of them?'
    ],
    MEDIUM: [
      'Love and confusion seem to be woven together in what you share. Often the confusion is less about whether the love is real and more about something around it that is not settled. What feels the least settled to you?',
      'You seem to care a good deal about {person|this person}, and still something keeps asking for an answer. Confusion can be a sign that two things you value are pulling in different directions. What are the two, if you put them side by side?',
      'It sounds as though the feeling is there and the clarity is not. Those two keep different clocks, and clarity is often the slower one. What would being clear look like for you, in one plain sentence?',
      'Mixed feelings about love tend to say something about both people and about the space between them. Sorting which part belongs where can make the whole thing less tangled. Which part of this feels like your own?'
    ],
    HIGH: [
      'Wanting to understand mixed feelings before acting on them is a caring thing to do. You might write two short lists, one of what draws you in and one of what keeps you unsure, and look at which points are feelings and which are facts. It could also be useful to notice whether the doubt grows with {person|this person} around or when you are apart.',
      'It makes sense to look for some order in this. You could separate three questions: what you feel, what you know, and what you hope for, and answer each on its own. With that in hand, you might consider sharing one of the answers with {person|the person it concerns}.',
      'Love and doubt side by side deserve an unhurried look. One thing you might do is set aside a little time in which nothing is decided and you simply note what each day brings. After that, you could consider which notes keep coming back. What do you expect would show up most?',
      'That is a fair thing to want clarity on. You might start with what you would want to be true a year from now, then consider how close today is to that picture and where the gap comes from. If a piece of it lies between you and {person|the other person}, you could name just that piece in a calm moment.'
    ]
  }
}

export const fadingLove: Topic = {
  name: 'fading_love',
  related: ['closeness', 'love', 'stay_or_leave'],
  people: ['partner', 'ex'],
  evenNegated: true,
  signs: {
    deep: [
      'not love/loved him/her/them/me, not love * <partner>, not in love, no longer love/loves/in/feel/feels, stop+/stopped/stopping loving, fall/fell/fallen/falling out of love',
      'fall/falling back in love, lose+/losing/lost feelings/interest/attraction, lost * feelings/interest, not feel * connection/connected/spark/same, not feel the same/anything, feel nothing',
      'feel+/feels/felt nothing, the spark, spark is/has/was/fade+, drift/drifted/drifting/drifts apart, grow/grew/grown/growing apart, not * interested in me/him/her/them/us/sex, love * gone/fade+',
      'feelings * gone/fade+/change+, bore+/bored * <bond>, love me anymore/any/less, love * like * used, less in love, not attracted to, how/what we used to, not * like before, like a brother/sister/roommate, outgrow/outgrown/outgrew',
      'not miss <them>'
    ],
    clear: ['feeling different, used to be so/in/more, not care * anymore/any, could not care less, gone cold, lost that']
  },
  wordings: {
    LOW: [
      'Noticing that a feeling is no longer where it used to be can be quietly painful. There is {feeling|sadness} in that, and it makes sense if it is hard to say out loud. What do you miss most about how it was?',
      'It sounds as though something that was once warm feels further away now. That kind of change often comes without a single moment to point to, which makes it harder to hold. When did it first feel different to you?',
      'Thank you for being honest about something so delicate. Love that grows quieter can leave a strange emptiness, whichever side it happens on. What is it like for you to see that written down?',
      'A change in love touches so much at once, from daily habits to hopes for later. It is understandable to feel unsteady about it with {person|someone who matters}. What weighs on you most in this?'
    ],
    MEDIUM: [
      'It sounds as though the feeling between you has shifted. Love can fade for good, and it can also go quiet under stress, routine or old hurts, and from the inside the two look much alike. What was going on around the time that you noticed the change?',
      'You seem to be describing a distance where there used to be closeness. Often what people miss is not only the love but the version of themselves that lived in it. Who were you in this relationship when it felt alive?',
      'Feelings that change are not a verdict on anybody. They can be a message about something that has gone without attention for a while. What do you think that could be between you and {person|the other person}?',
      'There seems to be both loss and honesty in what you wrote. Missing the feeling and not finding it can be two different things, and each says something else. Which one is closer to where you are?'
    ],
    HIGH: [
      'It takes honesty to look at love that feels different. You might consider first what has changed around it, such as time, tiredness, old arguments or distance, since some of those can shift again. Then you could look at whether both of you would want to tend to it, and what one small sign of that would be.',
      'That is a tender thing to sort out. You could think back to three moments when the closeness was there and look for what they share. If one of them could be made again, you might suggest it to {person|the other person} and notice how it feels, without deciding anything yet.',
      'A question like this is easier in pieces. You might ask yourself what you still feel, what you no longer feel, and what you would want to feel, and give each a few honest lines. Talking about the middle part with someone you trust could make the next step clearer.',
      'It makes sense to want to know whether this is a phase or an ending. You might consider a stretch of time in which you both put some care into the connection, and agree to talk openly at its end. What you each notice then could tell you more than guessing now. What would be a fair length of time for you?'
    ]
  }
}
