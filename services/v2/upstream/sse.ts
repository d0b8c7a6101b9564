const LINE_END = /\r\n|\n|\r/

/**
 * Reads server-sent events (WHATWG HTML, 9.2.6) from bytes in whatever pieces they come, and hands on the data of each event;
 * comments, names, ids and an event that the end of the stream cuts off are dropped.
 */
export function createSseParser (onData: (data: string) => void): { push (bytes: Uint8Array): void } {
  // It keeps the bytes of a character that the next piece completes.
  const decoder = new TextDecoder()
  let line = ''
  let data: string[] = []
  let isAfterReturn = false

  const take = (line: string) => {
    if (line !== '') {
      if (line === 'data' || line.startsWith('data:')) data.push(line.slice(line[5] === ' ' ? 6 : 5))
    } else if (data.length > 0) {
      onData(data.join('\n'))
      data = []
    }
  }
  return {
    push (bytes) {
      let text = decoder.decode(bytes, { stream: true })
      if (text === '') return
      // The line ended at the return already.
      if (isAfterReturn && text.startsWith('\n')) text = text.slice(1)
      isAfterReturn = text.endsWith('\r')
      const lines = (line + text).split(LINE_END)
      line = lines.pop()!
      for (const whole of lines) take(whole)
    }
  }
}
