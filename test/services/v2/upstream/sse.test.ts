import fc from 'fast-check'
import t from 'tap'
import { createSseParser } from '../../../../services/v2/upstream/sse.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

function parsed (pieces: readonly Uint8Array[]): string[] {
  const events: string[] = []
  const parser = createSseParser(data => { events.push(data) })
  for (const piece of pieces) parser.push(piece)
  return events
}

t.test('events are read as the standard says', async t => {
  const rows: ReadonlyArray<readonly [string, string, readonly string[]]> = [
    ['an event', 'data: one\n\n', ['one']],
    ['without the space', 'data:one\n\n', ['one']],
    ['one space is dropped, no more', 'data:  one \n\n', [' one ']],
    ['CRLF', 'data: one\r\n\r\ndata: two\r\n\r\n', ['one', 'two']],
    ['returns alone', 'data: one\r\rdata: two\r\r', ['one', 'two']],
    ['line ends mixed', 'data: one\r\n\ndata: two\n\r\ndata: three\r\n\r', ['one', 'two', 'three']],
    ['several lines of data', 'data: one\ndata: two\n\n', ['one\ntwo']],
    ['an empty line of data', 'data\ndata: two\n\n', ['\ntwo']],
    ['comments', ': ping\n\ndata: one\n: pong\ndata: two\n\n:\n\n', ['one\ntwo']],
    ['other fields', 'event: x\nid: 7\nretry: 100\ndata: one\ndatax: no\n\nevent: alone\n\n', ['one']],
    ['a mark at the beginning', '\uFEFFdata: one\n\n', ['one']],
    ['more blank lines', '\n\n\ndata: one\n\n\n\n', ['one']],
    ['cut off before its blank line', 'data: one\n\ndata: two\n', ['one']],
    ['cut off in its line', 'data: one\n\ndata: tw', ['one']],
    ['nothing', '', []]
  ]
  for (const [name, text, events] of rows) t.strictSame(parsed([bytesOf(text)]), events, name)
})

/** Streams of all kinds of lines, among them characters of one to four bytes. */
const line = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }).map(text => `data: ${text.replaceAll(/[\r\n]/g, '')}`),
  fc.constantFrom('data:', 'data', ': still here', 'event: x', 'data: 💛ïß…', ''), fc.string({ maxLength: 8 }).filter(text => !/[\r\n]/.test(text))
)
const stream = fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\r\n\r\n', '\r\r'))).map(lines => lines.flat().join(''))

t.test('how the bytes are cut changes nothing', async t => {
  fc.assert(fc.property(stream, fc.array(fc.nat()), (text, cuts) => {
    const bytes = bytesOf(text)
    const at = [0, ...cuts.map(cut => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length]
    const pieces = at.slice(1).map((end, index) => bytes.subarray(at[index], end))
    t.strictSame(parsed(pieces), parsed([bytes]))
  }), { numRuns: 500 })
  fc.assert(fc.property(stream, text => { t.strictSame(parsed([...bytesOf(text)].map(byte => Uint8Array.of(byte))), parsed([bytesOf(text)]), 'byte by byte') }))
})

t.test('bytes that are no text end nothing', async () => {
  fc.assert(fc.property(fc.array(fc.uint8Array()), pieces => Array.isArray(parsed(pieces))))
})
