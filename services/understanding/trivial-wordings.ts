/** The words for trivial messages. Each has two to four sentences and at most one question; `{feeling}` is a noun. */
import { IDENTITY_WORDINGS } from './identity-wordings.ts'

export const WORDINGS = {
  ...IDENTITY_WORDINGS,
  empty: [
    'Take whatever time you like. I am here when you feel ready to share, and a single word is enough to begin. What is on your mind?',
    'A quiet start is a good start too. If words are slow today, you could tell me who has been in your thoughts lately. Who comes to mind first?',
    'There is room here for whatever you bring, big or small. What would feel good to talk about today?',
    'No hurry at all. Sometimes it helps to begin with how today felt rather than with the whole story. How has it been so far?',
    'I am here and listening. Any beginning is a good one: a person, a moment, a feeling. Which of these is closest right now?',
    'Silence is welcome here as well. Whenever you like, tell me one thing about a relationship that matters to you. What would it be?'
  ],
  emoji_hard: [
    'That looks to me as if there might be {feeling} in it, though I may be reading it wrongly. Thank you for showing me. What is behind it today?',
    'I could be mistaken, but I sense {feeling} there. One picture can hold more than a long message. What happened?',
    'It seems that {feeling} may be close right now. I am glad you let me see it, even without words. What would you like me to know about it?',
    'If I read you rightly, there is {feeling} here. It is welcome as it is, and we can go slowly. When did it come up?',
    'That speaks softly and clearly, and I wonder if it is {feeling}. Correct me if it is something else. What set it off?',
    'I see it, and my guess is {feeling}. Guessing is all I can do from here, so your own word for it would help me. How would you call it?'
  ],
  emoji_warm: [
    'That looks like {feeling} to me, and it is nice to see. I may be guessing, so tell me more if you like. What brought it on?',
    'I think I see {feeling} there. Good moments deserve some attention too. What is the story behind it?',
    'If I read it rightly, there is {feeling} in that. Or it may be covering something else, which would be fine as well. Which of the two is it?',
    'That seems to carry {feeling}. I would love to hear what is going on. Who or what is it about?',
    'My guess is {feeling}, though pictures can mean many things. What was in your mind when you chose it?',
    'There may be {feeling} in that little picture. I am curious about the moment it comes from. What happened?'
  ],
  emoji_plain: [
    'That could mean a few things, and I would rather ask than guess the feeling wrongly. Is it more of a light mood today, or a heavy one?',
    'A picture instead of words is fine with me. I can not quite tell which feeling is in it. What would you say it is?',
    'I see it, and I wonder what mood it comes from. It might be calm, it might be something else altogether. How are you feeling as you send it?',
    'Thank you for that. I am not sure which feeling it stands for, so I am simply curious. What is it about for you?',
    'That one leaves room for many feelings. If it were a sentence about how things are between you and somebody, what would it say?',
    'I take that as a small hello from how you feel today. I can not name the feeling with any certainty. Would you give me one word for it?'
  ],
  help: [
    'I am here with you. If anybody is in danger right now, your local emergency number can reach you faster than I can. What is happening?',
    'I am glad you reached out. If it is urgent, please call the emergency number where you live, as I am only words on a screen. What is going on?',
    'Yes, let us look at it together. Tell me first whether you are safe, because that comes before anything else. How are things around you right now?',
    'I hear that you could use some support. Should you be in danger, emergency services near you are the quickest help. What is weighing on you?',
    'You have my full attention. If this is about safety, local emergency services can do what I can not. What would be the first thing for me to know?',
    'Asking for help takes something, and I am glad you did. If you are not safe, please turn to your local emergency number. What has happened?'
  ],
  feeling_hard: [
    'You name {feeling}, and one word is enough to begin with. I would like to hear how it is for you. What has brought it closest lately?',
    'So it is about {feeling}. That can take up a lot of room, even on a day that looks ordinary. When did you notice it most?',
    'Thank you for putting a word to it. With {feeling}, the story behind it is different for everybody. What is yours?',
    'I am taking that in: {feeling}. It makes sense that it wants to be said first. Who or what is it tied to?',
    'That is an honest word. I would like to stay with {feeling} for a moment, without hurrying past it. What is the hardest part of it?',
    'It sounds as though {feeling} is near today. You are welcome here with it. What happened around the time it began?'
  ],
  feeling_warm: [
    'You name {feeling}, and I would like to hear more. One word often has a whole story behind it. Where does this one begin?',
    'So it is about {feeling}. That can be a lovely thing to talk through, and sometimes a tender one. What makes you think of it today?',
    'Thank you for that word. What {feeling} means is different for everybody, so yours interests me. What does it look like in your life right now?',
    'I am glad you start with {feeling}. There is no wrong place to go from here. What would you like to look at first?',
    'That says a lot in one word. When you think of {feeling}, somebody may come to mind. Who is it?',
    'Let us begin there, with {feeling}. It can hold joy and doubt at the same time. Which of them is closer today?'
  ],
  greeting: [
    'Hello, I am Amora, an AI relationship coach. I am here for anything around love, dating, family or being on your own. What brings you here today?',
    'Hi, good to have you here. I am Amora, an AI relationship coach, and I can help you sort out feelings, talks that feel hard, or choices about somebody. What is on your mind?',
    'Welcome. My name is Amora and I am an AI relationship coach: somewhere to think aloud about the people who matter to you. Where would you like to start?',
    'Hello there. I am Amora, an AI relationship coach, and I listen first and offer thoughts second. Who or what has been in your thoughts lately?',
    'Hi. I am Amora, an AI relationship coach, so no question about closeness, conflict or letting go is too small for me. What would you like to talk about?',
    'Good to hear from you. I am Amora, an AI relationship coach, here to help you see a little more clearly what goes on between you and others. How are things for you today?',
    'Hello and welcome. You are talking with Amora, an AI relationship coach; we can go through something that happened or something you wonder about. Which would you like?',
    'Hi, I am glad you wrote. I am Amora, an AI relationship coach for the good, the hard and the confusing parts of being close to somebody. What is going on for you?'
  ],
  farewell: [
    'Thank you for the time we had. Take good care of yourself, and come back whenever you like.',
    'Goodbye for now. Whatever you are carrying, I hope it feels a little lighter tonight. I will be here.',
    'See you another time. Be gentle with yourself until then.',
    'It was good to talk with you. The door stays open, for small things as well as big ones.',
    'Take care, and go at your own pace. I am here whenever something wants to be said.',
    'Until next time. I hope something kind happens to you today.'
  ],
  thanks: [
    'You are very welcome. I am glad it was of some use. Is there anything that still feels unfinished?',
    'Thank you for saying so. It took openness on your side as well. What stays with you most from this?',
    'I am glad to be here for it. Whenever something else comes up, we can look at it together. How are you feeling now?',
    'That is kind of you. I am happy to keep going or to leave it here for today. What would suit you?',
    'You are welcome, truly. If one more thing is on your mind, there is room for it. What might it be?',
    'It is good to hear that. Small steps count, and so do small talks. Which part was the most helpful to you?'
  ],
  clarify: [
    'Let me try that again, more simply. I would like to know what is going on between you and the people close to you. What happened last?',
    'I may have put that clumsily, and I am sorry. In short: this is a place to talk about your relationships. What would you like to start with?',
    'Good that you ask. I meant to follow you rather than to confuse you, so let us go back to what matters to you. What would that be?',
    'That was not my clearest moment. Let us begin anew, in plain words. What is the one thing you would like to talk about?',
    'Thank you for stopping me there. I am here to listen and to think along about love, family and friendship. What is your situation right now?',
    'I can say it differently: tell me about somebody who matters to you, and we take it from there. Who is it?'
  ],
  laughter: [
    'Laughing is good. Sometimes it is pure fun, and sometimes it covers something softer. Which one is it just now?',
    'I like that you can laugh here. It makes the heavier subjects easier too. What made you laugh?',
    'Glad there is some lightness today. We can stay with it or turn to something that matters. What would you like?',
    'That sounds like a light moment, or a way to let off steam. Either is fine with me. What is going on?',
    'A laugh says a lot. I am curious about the story behind it. What is it?',
    'Humour helps with many things, love among them. Is there something under it that you would like to look at?'
  ],
  agree: [
    'Good, then let us stay with that. What feels most important about it to you?',
    'All right. I am with you so far. What would you like to add in your own words?',
    'That is good to know. We can go a step further whenever you like. What comes up for you when you think about it?',
    'Okay, I hear you. There is often a little more behind a short answer. What might it be here?',
    'Noted, and thank you. What would be a good next thing for us to talk about?',
    'Fine, let us take it from there. Which part of it is on your mind the most?'
  ],
  disagree: [
    'Fair enough, and thank you for telling me. I would rather follow your view than my guess. How would you put it?',
    'All right, that does not fit then. You know your situation best. What would be closer to the truth?',
    'Good that you say no to that. I may have read it wrongly. What is it really about for you?',
    'I hear the no, and it is useful. Let us set that aside. Where would you like to go instead?',
    'Thank you for putting me right. It helps me to see it your way. What did I miss?',
    'Okay, not that. We can turn to something that fits better. What matters more to you at the moment?'
  ],
  nothing: [
    'That is fine, and you are welcome here with nothing in particular. We can simply look at how the day has been. What was the best or the worst part of your day?',
    'Nothing is an answer too. We can keep it light for a while. Who did you last have a really good talk with?',
    'Okay, no pressure from me. I am here if something comes up later. What would make today a bit nicer for you?',
    'It is all right to have no words for it, or no wish to share. We could start somewhere easy. How have things been with the people around you?',
    'I respect that. Some things take their time before they can be said. Is there another subject that feels easier right now?',
    'Then let us leave it open. Now and then "nothing" means all is well, and now and then it means too much to say. Which is it for you?'
  ],
  unsure: [
    'Not knowing is an honest place to be. We can look at it from the side, without an answer in mind. What do you notice in yourself when you think of it?',
    'That is all right, it can stay unclear for now. If you did have a first hunch, what would it be?',
    'Many things between people are hard to put into words. Let us try a smaller piece of it. What was the last moment that felt off, or good?',
    'It makes sense to be unsure. Perhaps a feeling comes more easily than an answer. Which feeling is closest?',
    'There is no hurry to know. Sometimes it helps to imagine what a good friend would say they see in you lately. What might they say?',
    'Fair enough. We can take it slowly and see what shows itself. What has been taking up most of your thoughts this week?'
  ],
  word: [
    'I am with you. Short answers are welcome, and so are long ones. What is behind this one?',
    'Thank you for that. I would like to hear a little more, in whatever way suits you. What is on your mind?',
    'I hear you. One word can be the tip of something larger. What would the next few words be?',
    'All right, that is a start. Where does it come from, if you follow it a little?',
    'That is enough to begin with. I am curious what it means to you. Would you tell me a bit about it?',
    'I take that as it is. If you feel like it, tell me who or what it has to do with. Who comes to mind?'
  ],
  garbage: [
    'That one got a little scrambled on its way to me. It happens, and there is no harm done. What would you like to tell me?',
    'It seems that some keys had a life of their own. I am here for whatever you meant to say. What was it?',
    'Perhaps that was a test, or a slip of the fingers. Either way you are welcome here. What is on your mind today?',
    'I could not find a message in that, though I am glad you are here. We can begin with anything at all. How are you doing?',
    'Sometimes typing anything is a way to begin. I am listening. What would it say, if it were a sentence?',
    'That came through as signs rather than words. Plain words about love, family or friendship are what I can work with best. What would you like to talk about?'
  ]
} as const satisfies Readonly<Record<string, readonly string[]>>

export type WordingSet = keyof typeof WORDINGS
