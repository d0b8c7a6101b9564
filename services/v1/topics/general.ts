import type { WordingsByStrategy } from '../topic.ts'

/** For messages about nothing in particular, and for a session that has heard everything else. */
export const GENERAL_WORDINGS: WordingsByStrategy = {
  LOW: [
    'I am here, and there is no right way to begin. Whatever is going on in you or between you and somebody else is welcome. What has been on your mind lately?',
    'Thank you for writing. Sometimes a thought comes first and its meaning later, and that is fine here. What would you like to be heard about?',
    'It sounds as though something brought you here today, even if it has no name yet. I have time for it. How are things with the people close to you?',
    'I am listening. Relationships leave traces in the most ordinary days, and yours deserve room. What is the one that you notice right now?',
    'Nothing asks to be sorted before you say it. Half a thought is a good start. What feels closest to your heart at the moment?',
    'I am glad you are here. Some days ask for words and some for a quiet listener, and both are fine. What kind of day is it for you and the people you care about?',
    'Whatever is behind your words, it can take its time. What concerns the heart seldom arrives in order. Who or what has been taking up room in it?',
    'I hear you. My place is with feelings and relationships, and everything you bring from there is welcome. What would you like to talk about?',
    'It is fine to arrive here without a plan. People, feelings and everything between them have a place here. What is the first face that comes to your mind today?',
    'Thank you for those words. I listen most closely to what moves a heart, loudly or quietly. What has moved yours lately?',
    'Some conversations begin far away from what matters and find their way. There is no hurry on this one. What would you like to find your way to?',
    'I am with you. A day is often shaped by how we are with others, even when it looks like something else. How have you felt among people lately?',
    'Your message has a place here, whatever it carries. What is said lightly and what is hard to say are equally welcome. What do you hope is heard today?',
    'It is good that you stopped by. Between two people, or within one, there is always something alive. What is alive for you at the moment?',
    'There are days when words come sideways, and that makes sense. I am here for the feelings behind them. Which feeling is nearest to you now?',
    'I am glad to keep you company for a while. Love, worry, anger, hope: all of it belongs here. Which of them is with you today?'
  ],
  MEDIUM: [
    'I am best with matters of the heart and of people, and I am glad to listen. What seems like a small remark often has something behind it. What is behind yours today?',
    'Thank you for sharing that. Many things in life lead back to how we are with others and with ourselves. Where does it touch your relationships?',
    'That may lie a little outside of what I can speak about well, since relationships are my field. Still, things that occupy us often have a person in them somewhere. Is there one in this?',
    'I would like to follow where you are going with this. It can be useful to ask what one hopes for from a conversation. What are you hoping for from this one?',
    'There is always a person behind a message, and I am curious about the one behind this. Moods and relationships tend to colour each other. How have you been lately with the people around you?',
    'It sounds as though you are circling something. A good next question is often what would feel different if it were solved. What would be different for you and those close to you?',
    'I am here for the side of life that is about closeness, love and getting along. Even unrelated things can show what we long for. What have you been longing for?',
    'Let us see where this belongs. Thoughts about others and thoughts about oneself often travel together. Which of the two is more on your mind?',
    'This may be a small detour from what I know best, which is how people are with one another. Detours can be useful when something is hard to approach directly. Is there something you are slowly approaching?',
    'I take it that this is on your mind today. What fills our thoughts often tells something about what we would like to feel. What would you like to feel more of?',
    'I can say little about that itself, and more about the person who brings it. Interests and worries are often shared with someone, or missed being shared. With whom would you share yours?',
    'Thank you for telling me. The things we mention first are often a way of testing the water. What would you say next if the water were warm?',
    'There may be a thread from here to the people in your life. Threads like that become visible when one asks who would care about the answer. Who would care about this one?',
    'Every message has a mood, and yours is worth noticing. Moods tend to say how supported one feels. How supported do you feel these days?',
    'My place is with closeness, trust, conflict and love. People often find that one of these words has a small echo for them. Which one echoes for you today?',
    'It sounds as though you are looking for something, even if it is only a bit of talk. Being with someone in words is a kind of closeness, too. What kind of closeness do you wish for?'
  ],
  HIGH: [
    'Happy to think along with you, and relationships are where I can be most useful. You might tell me who is involved, what happened and what you would like to be different. With those three, we could look at some options together.',
    'That may be outside of my field, which is people and how they get along. If there is a relationship side to it, you could describe that part in a few words. What would you like to come out of it?',
    'Thank you for asking. You might begin with the situation in which it bothers you most, and then consider what you have noticed so far. From there, we could look for a next step that fits you.',
    'I can be of most help with love, closeness, conflict and everything between people. You could start with one sentence about the person in question and one about what you wish for. Which person comes to mind?',
    'It helps to have a little more to go on. You might consider which relationship in your life would profit most from some attention at the moment, and what a first sign of change would be. That could be a good place to start.',
    'There are many ways to approach a question. One could be to name what you know, what you feel and what you would like, each in a sentence. I would be glad to think about it with you from there.',
    'Questions about other things I might not answer well, but questions about people I gladly take up. You could tell me what is going well between you and those close to you, and what is not. Where would you like to begin?',
    'A good conversation can start anywhere. You might pick the thought that returned most often today, and see whether a person is connected with it. If so, we could look at what you would like to say to them.',
    'I would like to be useful, and I am most useful with questions about people. You might describe a recent moment with someone that stayed with you, good or bad. From there, we could look at what it says about your wishes.',
    'That is a little outside of what I can guide you in. If it touches on how somebody treats you, or how you would like to treat them, you could tell me that part. Who is it about?',
    'Let us turn it into something we can work with. You could finish one of these sentences: I wish that, I am afraid that, I would like to say that. Whichever comes easiest might be the right beginning.',
    'A clear question often helps more than a clever answer. You might consider what you would ask a wise friend about the people in your life. What would your question be?',
    'I can think with you about love, family, friendship and yourself among them. You could choose one of the four and rate, just for yourself, how content you are with it. The one with the widest gap might be worth a few sentences here.',
    'There is room for more than one subject here. You might name the relationship that gives you the most energy and the one that takes the most. Comparing the two could show what you would like to change.',
    'It makes sense to begin where you are. You could tell me what kind of help you hope for: to be heard, to see more clearly, or to find a next step. Each of them might lead to a different talk.',
    'I am glad to think ahead with you. You might picture an evening a little while from now on which things between you and others feel right, and consider what is different in it. Which difference would you like to look at first?'
  ]
}
