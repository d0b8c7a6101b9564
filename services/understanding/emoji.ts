/** Messages of emoji alone, and the feeling that a kind of emoji most often stands for. */

/** Painful ones first: of several in a message the first family here speaks. */
const FAMILIES = [
  ['broken_heart', '💔🥀🩹'],
  ['sadness', '😢😭😿🥺😥😪😞😔☹🙁😣😖🥲😓🌧😩'],
  ['anger', '😡🤬😠😤👿💢🖕😒🙄😾👊'],
  ['fear', '😰😨😱😧😬😳😟🫣😦🙀🫨'],
  ['weariness', '😫🥱😴😵🤯🥵🤕🤒💤🛌🪫'],
  ['confusion', '🤔😕🤷🫤🤨🧐😐😑😶❓❔🫥'],
  ['love', '❤🧡💛💚💙💜🖤🤍🤎🩷💕💖💗💘💝💞💟🥰😍😘😗😚😙😻💑💏💍💐🌹🫶💋♥👩👨'],
  ['laughter', '😂🤣😆😅😹😝😜🤪😛'],
  ['gratitude', '🙏🤝🫂'],
  ['joy', '😀😃😄😁😊🙂☺😇🤗🥳🎉🤩✨🎊😎😌🌈☀💃🕺😺😸🙌👏💪🌞🌻🎈']
] as const

export type EmojiFamily = typeof FAMILIES[number][0]

const FAMILY_OF = new Map<string, EmojiFamily>(FAMILIES.flatMap(([family, symbols]) => [...symbols].map(symbol => [symbol, family] as const)))
const RANK = new Map<EmojiFamily, number>(FAMILIES.map(([family], rank) => [family, rank]))

/** Pictures, flags, keycaps, skin tones and what joins them, with blanks and sentence marks around. */
const ONLY_EMOJI = /^(?:[\p{Extended_Pictographic}\p{Regional_Indicator}]|\p{Emoji_Modifier}|\p{Default_Ignorable_Code_Point}|[0-9#*]\ufe0f?\u20e3|[\s.,!?…~])+$/u
const AN_EMOJI = /[\p{Extended_Pictographic}\p{Regional_Indicator}]|\p{Emoji_Modifier}|\u20e3/u

/** True for any emoji, sequence of joined ones, flag or keycap, alone or in a row. */
export const isOnlyEmoji = (text: string): boolean => AN_EMOJI.test(text) && ONLY_EMOJI.test(text)

/** The feeling that the emoji in a text most likely show; undefined where they show none that is known. */
export function emojiFamilyOf (text: string): EmojiFamily | undefined {
  let found: EmojiFamily | undefined
  for (const symbol of text) {
    const family = FAMILY_OF.get(symbol)
    if (family && (found === undefined || RANK.get(family)! < RANK.get(found)!)) found = family
  }
  return found
}
