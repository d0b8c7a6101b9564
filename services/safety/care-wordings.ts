/**
 * Words for somebody in danger or pain. Each one says that she is an AI and not a crisis service, takes the person
 * seriously, leaves room for one line of help, asks whether they are safe (or safe to talk), and stays. None of them
 * names an illness or a method, lays blame, promises secrecy, or tells anybody what to do.
 */
import type { CareGrade, CareKind } from './verdict.ts'

export const CARE_WORDINGS: Readonly<Record<CareKind, Readonly<Record<CareGrade, readonly string[]>>>> = {
  self_harm: {
    explicit: [
      'I am so glad you told me this, and I take it seriously. I am an AI and not a crisis service, so I would love for a person to be beside you in this as well. {help} Are you safe right now?',
      'That is an enormous amount of pain to hold, and putting it into words took courage. I am an AI and not a crisis service, but I am here and I am listening. {help} Are you somewhere safe at this moment?',
      'Thank you for trusting me with something this heavy. When everything hurts this much, longing for it to stop makes sense. I am Amora, an AI and not a crisis service, and we can keep talking. {help} Are you safe where you are?',
      'I hear how much you are hurting, and I care about what happens to you. I am an AI, not a crisis service, and a human voice can do what I cannot. {help} Are you safe as you write this?',
      'Nothing you have written here is too much. I am an AI, not a crisis service, and I wish for somebody near you to know how bad this is. {help} Is where you are right now a safe place for you?',
      'What you feel is real, and it deserves gentleness rather than judgement. I am only an AI and not a crisis service, yet you have my full attention. {help} Can you tell me whether you are safe just now?',
      'You reached out in the middle of this, and that counts for a great deal. I am an AI and not a crisis service, and I would like there to be more company for you than me. {help} Are you safe in this moment?',
      'I am here, and nothing about what you wrote pushes me away. Pain like this can hide everything else for a while. I am an AI, not a crisis service, so here is somebody with a human voice. {help} How safe are you right now?'
    ],
    passive: [
      'Wishing that it would all just stop can come from being worn out to the bone. I am glad you said it here. I am an AI and not a crisis service, and I am listening. {help} Do you feel safe right now?',
      'It sounds as if being here has become very hard work. Thank you for saying so instead of swallowing it. I am an AI, not a crisis service, and I am with you in this conversation. {help} Are you safe today?',
      'So much tiredness speaks from your words, and it makes sense after all you have been holding. I am Amora, an AI and not a crisis service. {help} When those thoughts come, do you feel safe with them?',
      'A wish to disappear is a heavy thing to carry around quietly. I am an AI and not a crisis service, and I am glad it is a little less quiet now. {help} Are you safe where you are?',
      'I want to make sure that I take this as seriously as it deserves. I am an AI, not a crisis service, and your pain matters here. {help} Are you having thoughts that make you feel unsafe?',
      'Feeling as though nobody would notice is one of the loneliest feelings there is, and I did notice. I am an AI and not a crisis service, so I would like a person to notice too. {help} Do you feel safe at the moment?',
      'None of this has to come out tidy; it can be as dark as it is. I am an AI, not a crisis service, and I am staying with what you said. {help} How safe does it feel to be on your own right now?',
      'Some days the weight gets so big that not being here seems like rest. I hear that, and I care. I am an AI and not a crisis service. {help} Are you safe as we talk?'
    ],
    past: [
      'What you lived through then was real, and speaking of it now takes strength. I am an AI and not a crisis service, and I am honoured that you told me. {help} Do you feel safe these days?',
      'Thank you for letting me see that part of your story. Old pain can stir again without warning, and that is no failure. I am an AI, not a crisis service. {help} How safe do you feel with it today?',
      'You came through something very dark, and you are here, telling it. I am Amora, an AI and not a crisis service, so I listen without being the only help there is. {help} Are those thoughts near you now, or do you feel safe?',
      'It matters that you carried this and that you chose to say it. I am an AI and not a crisis service, and there is no judgement in me about it. {help} Are you safe at the moment?',
      'That time left its mark, and it makes sense that it still speaks up. I am an AI, not a crisis service, and we can go as slowly as you like. {help} When you think of it today, do you feel safe?',
      'I am moved that you trust me with this. Surviving something does not mean that it stops hurting. I am an AI and not a crisis service. {help} How are you with it now, and are you safe?',
      'There is a lot of courage in looking back at a time like that. I am an AI, not a crisis service, and I am glad that you are here today. {help} Is today a safe day for you?',
      'I am sorry that life once hurt so much. Whatever part of it is still with you is welcome in this conversation. I am an AI and not a crisis service. {help} Do you feel safe with yourself right now?'
    ],
    third_person: [
      'It says a lot about you that you are looking out for them. Worry like this is heavy, and you count here too. I am an AI and not a crisis service. {help} Do you know whether they are safe right now?',
      'Loving somebody who is in that much pain is frightening. I am an AI, not a crisis service, and help lines listen to friends and family as well. {help} Are they safe at the moment, as far as you know?',
      'They are lucky to have somebody who takes their words seriously. Keeping them safe is too much weight for one pair of shoulders. I am Amora, an AI and not a crisis service. {help} Is somebody with them now, and are they safe?',
      'I can hear how scared you are for them, and that fear comes from care. I am an AI and not a crisis service. {help} Are both of you safe right now?',
      'What a hard thing to be told, and what a kind thing to stay close. I am an AI, not a crisis service, and your own strength matters in this too. {help} Do you think that they are safe today?',
      'You noticed, which can mean more than any perfect sentence, and it is a heavy thing to know. I am an AI and not a crisis service, so here is help for them and for you. {help} How safe do they seem to you at this moment?',
      'Being the one who knows can feel very lonely. I am an AI, not a crisis service, and there is room here for how this is for you. {help} Are they safe right now?',
      'No friend can carry this by love alone, and it is no failing of yours that it hurts. I am an AI and not a crisis service. {help} Do you have a sense of whether they are safe tonight?'
    ]
  },
  abuse: {
    explicit: [
      'I believe you, and what was done to you is not your fault. I am an AI and not a crisis service, so here is somebody who knows this well. {help} Is it safe for you to talk right now?',
      'Nobody deserves to be hurt by a person close to them. Thank you for telling me, because that can take a lot of courage. I am an AI, not a crisis service. {help} Is this a safe moment to keep writing?',
      'I am so sorry that this is happening to you, and I am taking it seriously. I am Amora, an AI and not a crisis service, and the pace here is yours. {help} Are you somewhere safe to talk?',
      'Being hurt or threatened at home shakes the ground under everything, and being afraid of it makes sense. I am an AI and not a crisis service. {help} Is it safe to write to me where you are?',
      'What you describe is serious, and none of it is yours to be ashamed of. I am an AI, not a crisis service, and I am listening for as long as you like. {help} Can you talk safely at the moment?',
      'You did not cause this, and you are not making too much of it. I am an AI and not a crisis service, so I would like you to have people on your side too. {help} Is it safe for us to talk now?',
      'Love and fear in the same house is a painful mixture, and all of your feelings are allowed here. I am an AI, not a crisis service. {help} Are you safe enough right now to talk about it?',
      'Thank you for letting somebody know. I am an AI and not a crisis service, and whatever you decide, now or later, you will find no judgement here. {help} Is anyone near who makes it unsafe to talk?'
    ],
    passive: [
      'Having to watch every word around somebody is exhausting, and what you feel about it counts. I am an AI and not a crisis service. {help} Is it safe for you to talk about this right now?',
      'Fear does not come out of nowhere, and yours is welcome here. I am an AI, not a crisis service, and you set the pace. {help} Are you somewhere safe to talk?',
      'When one person decides about everything, the other can grow very small and very lonely. I am an AI and not a crisis service, and I am listening to you. {help} Is this a safe time to write?',
      'I notice how careful you have become, and there are good reasons for being careful. I am Amora, an AI and not a crisis service. {help} Does it feel safe to tell me more?',
      'Words can leave marks as well, and it is right to take them seriously. I am an AI, not a crisis service. {help} Is it safe to talk where you are?',
      'Doubting yourself after being put down again and again makes sense. I am an AI and not a crisis service, and I take your side of it seriously. {help} Are you able to talk safely just now?',
      'It sounds as though home is not always a place to rest. Nothing about that is your fault. I am an AI, not a crisis service. {help} Is it safe for you to keep talking?',
      'Something in how you are treated feels wrong to you, and that feeling deserves to be heard. I am an AI and not a crisis service. {help} Are you safe while we talk about it?'
    ],
    past: [
      'What happened to you then was not your fault, however long ago it was. I am an AI and not a crisis service, and I am glad that you told me. {help} Does it feel safe to talk about it now?',
      'Thank you for trusting me with this. Being out of it does not mean that the body forgets. I am an AI, not a crisis service. {help} Are you safe from that person today?',
      'You lived through something that nobody deserves, and you found words for it. I am Amora, an AI and not a crisis service. {help} Is it safe for you to talk where you are?',
      'It makes sense that this still reaches into your days. I am an AI and not a crisis service, and we can go gently. {help} Do you feel safe now?',
      'I am sorry that somebody treated you like that. There is no right way to feel about it afterwards. I am an AI, not a crisis service. {help} Is talking about it safe for you at the moment?',
      'Old fear can wake up in new love, and that is no weakness. I am an AI and not a crisis service, and what you went through counts here. {help} Are things safe around you today?',
      'You carried that for a long time, and it was never yours to be ashamed of. I am an AI, not a crisis service. {help} Is this a safe place and a safe moment to speak of it?',
      'I hear both the hurt and the distance you have put between then and now. I am an AI and not a crisis service. {help} How safe do you feel these days?'
    ],
    third_person: [
      'It is good that somebody sees what is happening to them. Watching it from outside can feel helpless, and you count here too. I am an AI and not a crisis service. {help} Is it safe for you, and for them, to talk about this now?',
      'Caring about a person who is being hurt is heavy to hold. I am an AI, not a crisis service, and help lines listen to friends and family as well. {help} Do you know whether they are safe today?',
      'You cannot decide for them, which is hard, and standing by them already means a great deal. I am Amora, an AI and not a crisis service. {help} Are you both safe at the moment?',
      'I can hear how much this worries you. None of it is their fault, and none of it is yours. I am an AI and not a crisis service. {help} Is it safe for you to talk right now?',
      'A friend who believes them can be the first safe place. I am an AI, not a crisis service, and there is room here for what this does to you. {help} Are they in a safe place now, as far as you know?',
      'Anger, fear and sadness all make sense when somebody you love is treated like that. I am an AI and not a crisis service. {help} Are they safe just now, and are you?',
      'It takes strength not to look away, and I am glad that you do not. I am an AI, not a crisis service, so here are people who know how to stand beside someone without adding to the danger. {help} How safe are they right now?',
      'It is hard to wait until they are ready for more. Your own peace matters in this as well. I am an AI and not a crisis service. {help} Is it a safe moment for you to talk?'
    ]
  }
}
