import { describe, expect, it } from 'vitest'
import { isTimedText, readTimedText } from '#electron/importers/captions.ts'
import type { ExtractedText } from '#electron/importers/extraction.ts'

function read(body: string, head = '', attributes = ''): ExtractedText {
  const bytes = Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?>\n<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ${attributes}><head>${head}</head><body><div>${body}</div></body></tt>`,
  )
  expect(isTimedText(bytes)).toBe(true)
  const extraction = readTimedText(bytes)
  if (extraction.kind === 'failed') throw new Error(extraction.detail)
  return extraction
}

const timesOf = ({ structure }: ExtractedText): readonly string[] =>
  structure.times.map(({ from, to }) => `${from}-${to}`)

describe('readTimedText', () => {
  it('reads paragraphs as cues, with line breaks and times of every kind', () => {
    const body = [
      '<p begin="00:00:01.500" end="00:00:03.000">Good <span tts:color="red" xmlns:tts="x">day</span>,<br/>\n  everybody.</p>',
      '<p begin="00:00:03:15" dur="1s">It is late.</p>',
      '<p begin="300f" end="10500ms"><metadata>not shown</metadata>We go.</p>',
    ]
    const source = read(body.join('\n'))
    expect(source.text).toBe('Good day, everybody. It is late.\n\nWe go.\n')
    expect(timesOf(source)).toEqual(['1500-3000', '3500-4500', '10000-10500'])
    expect(timesOf(read('<p begin="20t" end="30t">So.</p>', '', 'ttp:tickRate="10"'))).toEqual(['2000-3000'])
  })

  it('takes agents for who speaks', () => {
    const head =
      '<ttm:agent xml:id="a" type="person"><ttm:name type="full">Ada Roe</ttm:name></ttm:agent><ttm:agent xml:id="b" type="person"><ttm:name type="full">Ben</ttm:name></ttm:agent>'
    const body =
      '<p begin="1s" end="2s" ttm:agent="a">Shall we?</p><p begin="2s" end="3s"><span ttm:agent="b">Yes.</span></p>'
    expect(read(body, head).text).toBe('<v Ada Roe>Shall we?\n\n<v Ben>Yes.\n')
  })

  it('is not any other XML, and says what is wrong', () => {
    expect(isTimedText(Buffer.from('<html><tt>typed</tt></html>'))).toBe(false)
    expect(isTimedText(Buffer.from('Ann: <tt xmlns="http://www.w3.org/ns/ttml">'))).toBe(false)
    const bytes = (body: string): Buffer => Buffer.from(`<tt xmlns="http://www.w3.org/2006/10/ttaf1">${body}`)
    expect(isTimedText(bytes(''))).toBe(true)
    expect(readTimedText(bytes('<body/></tt>'))).toMatchObject({ reason: 'empty' })
    expect(readTimedText(bytes('<body>'))).toMatchObject({ reason: 'damaged' })
  })
})
