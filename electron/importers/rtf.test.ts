import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encode } from './encodings/test-encoders.ts'
import type { ExtractedText } from './extraction.ts'
import { isRtf, readRtf } from './rtf.ts'

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0))

function read(rtf: string | Uint8Array): ExtractedText {
  const extraction = readRtf(typeof rtf === 'string' ? latin1(rtf) : rtf)
  if (extraction.kind === 'failed') throw new Error(extraction.detail)
  return extraction
}

/** The text of an RTF body behind a usual head. */
const textOf = (body: string): string => read(`{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 A;}}${body}}`).text

const hexOf = (text: string, encoding: string): string =>
  Array.from(encode(text, encoding) ?? [], (byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join('')

const styled = ({ text, structure }: ExtractedText, style: string): string[] =>
  structure.styles.filter((span) => span.style === style).map(({ span }) => text.slice(span.start, span.end))

describe('isRtf', () => {
  it.each([
    ['{\\rtf1 a}', true],
    [' \r\n{\\rtf1 a}', true],
    ['\xef\xbb\xbf{\\rtf1 a}', true],
    ['{\\rt}', false],
    ['a {\\rtf1}', false],
    ['', false],
  ])('of %j is %s', (text, is) => expect(isRtf(latin1(text))).toBe(is))
})

describe('readRtf, headers and footers', () => {
  it('come at the end, each once, set aside', () => {
    const head = '{\\header\\pard Interview 7\\par}'
    const { text, structure } = read(
      `{\\rtf1 ${head}{\\footer\\chpgn 3}Hi.{\\footnote So.}\\par\\sect ${head}{\\headerf Lyon}Yes.\\par}`,
    )
    expect(text).toBe('Hi.\nYes.\nSo.\nInterview 7\nLyon\n')
    expect(structure.asides.map(({ kind, span }) => `${kind}: ${text.slice(span.start, span.end)}`)).toEqual([
      'note: So.',
      'running-head: Interview 7\n',
      'running-head: Lyon\n',
    ])
  })
})

describe('readRtf, code pages that are declared falsely', () => {
  it.each([
    ['gb18030', '记者：请问大桥何时通车？\n局长：五月一日，首月免费。\n'],
    ['windows-1251', 'Анна: Когда откроют мост?\nБорис: В мае, после всех испытаний.\n'],
    ['windows-1256', 'سلمى: متى يفتح الجسر؟\nكمال: في مايو بعد انتهاء الفحوص.\n'],
  ])('are known by the bytes: %s', (encoding, text) => {
    const body = text
      .split('\n')
      .slice(0, -1)
      .map((line) => `${hexOf(line, encoding)}\\par`)
    const source = read(`{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 A;}}${body.join('\n')}}`)
    expect(source).toMatchObject({ text, encoding, certainty: 'likely' })
  })

  it('are believed where they may be true', () => {
    const body = hexOf('Zoë: Où est le café ? René: À la maison, près de l’église.', 'windows-1252')
    expect(read(`{\\rtf1\\ansi\\ansicpg1252 ${body}}`)).toMatchObject({
      encoding: 'windows-1252',
      certainty: 'certain',
    })
    expect(read(`{\\rtf1\\ansi\\ansicpg1252 Ann\\'92s caf\\'e9}`)).toMatchObject({ text: 'Ann’s café\n' })
  })
})

describe('readRtf, the words of the format', () => {
  it.each([
    ['paragraphs, also empty ones', 'a\\par\r\n\\par b\\par', 'a\n\nb\n'],
    ['an unended last paragraph', 'a\\par b', 'a\nb\n'],
    ['an escaped line break as a paragraph', 'a\\\nb\\\r\nc', 'a\nb\nc\n'],
    ['soft line breaks and tabs', 'a\\line b\\tab c\\\tc', 'a\nb\tc\tc\n'],
    ['line breaks of the file as nothing', 'a\r\nb\nc', 'abc\n'],
    ['pages and sections as line ends where text stands', 'a\\page b\\par\\sect c', 'a\nb\nc\n'],
    ['escaped braces', '\\{a\\}\\\\', '{a}\\\n'],
    [
      'special characters',
      'a\\~b\\-c\\_d\\emdash\\endash\\lquote\\rquote\\ldblquote\\rdblquote\\bullet',
      'a\u00a0b\u00adc\u2011d—–‘’“”•\n',
    ],
    ['bytes of the code page', "Caf\\'e9 \\'93x\\'94", 'Café “x”\n'],
    ['unknown words and symbols as nothing', 'a\\foo12 b\\|c\\:d', 'abcd\n'],
    ['raw bytes behind \\bin', 'a\\bin5 }{}\\{b', 'ab\n'],
    ['skipped destinations', 'a{\\*\\unknown x{\\b y}}b{\\pict 00ff}{\\info{\\title T}}{\\header 1\\par}c', 'abc\n'],
    ['results of fields', 'see {\\field{\\*\\fldinst{HYPERLINK "x"}}{\\fldrslt{\\ul the page}}}.', 'see the page.\n'],
    ['hidden text, but not deleted text', 'a{\\v b}{\\deleted c\\par}{\\deleted\\deleted0 d}', 'abd\n'],
    ['the Unicode half of \\upr', "a{\\upr{b\\'3f}{\\*\\ud{b\\u21488 ?}}}c", 'ab台c\n'],
    ['results of objects', 'a{\\object\\objemb{\\*\\objclass X}{\\*\\objdata 01}{\\result{\\pard b}}}c', 'abc\n'],
    ['what stands behind one brace too many', 'a}\\par b\\par', 'a\nb\n'],
    ['what stands in a group without end', '{\\b a\\par b', 'a\nb\n'],
  ])('reads %s', (_, body, text) => expect(textOf(body)).toBe(text))

  it.each([
    ['negative numbers', '\\u-28589 ?', '道'],
    ['numbers beyond 32767', '\\u36947 ?', '道'],
    ['surrogate pairs', '\\u-10174 ?\\u-8265 ?', '𠮷'],
    ['surrogate pairs with changes of look between', '{\\u55362 ?}{\\b\\u57271 ?}', '𠮷'],
    ['numbers of whole characters', '\\u134071 ?', '𠮷'],
    ['no fallback', '\\uc0\\u21488\\u21271 x', '台北x'],
    ['a forgotten fallback', '\\u21488\\u21271\\par', '台北'],
    ['two bytes of fallback', "\\uc2\\u21488\\'a5\\'78x", '台x'],
    ['a fallback of special characters', '\\u8212\\emdash\\u8212\\_x', '——x'],
    ['a fallback in a group', "\\u8364{?}\\u8364{\\'80}{x}", '€€x'],
    ['numbers of fallback bytes that end with their group', '{\\uc0\\u21488}\\u21271 ?x', '台北x'],
    ['separators as line breaks', 'a\\u8232\\line b\\u8233 ?c', 'a\nb\nc'],
  ])('reads \\u with %s', (_, body, text) => expect(textOf(body)).toBe(`${text}\n`))

  it('counts halves of surrogate pairs', () => {
    const { text, undecodable } = read('{\\rtf1 a\\u-10174 ?b\\u-8265 ?c\\u-10174 ?}')
    expect({ text, undecodable }).toEqual({ text: 'a\ufffdb\ufffdc\ufffd\n', undecodable: 3 })
  })

  it('knows two bytes of fallback that are counted as one', () => {
    const body = `\\u35760${hexOf('记', 'gb18030')}\\u32773${hexOf('者', 'gb18030')}x`
    expect(read(`{\\rtf1\\ansicpg936{\\fonttbl{\\f0\\fcharset134 S;}}\\f0 ${body}}`).text).toBe('记者x\n')
  })
})

describe('readRtf, code pages', () => {
  it.each([
    [134, '记者：新桥', 'gb18030'],
    [136, '記者：功表', 'big5'],
    [128, '記者ソ表', 'shift_jis'],
    [129, '기자', 'euc-kr'],
    [204, 'Да', 'windows-1251'],
    [161, 'Ναι', 'windows-1253'],
    [162, 'İş', 'windows-1254'],
    [177, 'שלום', 'windows-1255'],
    [178, 'نعم', 'windows-1256'],
    [186, 'Ačiū', 'windows-1257'],
    [238, 'Žeň', 'windows-1250'],
    [222, 'ครับ', 'windows-874'],
    [0, 'é', 'windows-1252'],
    [77, 'é', 'macintosh'],
  ])('reads fonts of charset %i', (charset, text, encoding) => {
    const rtf = `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f7\\fcharset${charset} B;}}{\\f7 ${hexOf(text, encoding)}}\\par}`
    expect(read(rtf)).toMatchObject({ text: `${text}\n`, encoding, undecodable: 0 })
  })

  it.each([
    ['the file without fonts', '\\ansicpg1251', '', 'Да', 'windows-1251'],
    ['the file where all fonts have charset 0', '\\ansicpg936', '{\\fonttbl{\\f0\\fcharset0 A;}}', '记者', 'gb18030'],
    [
      '1252 where the writer knows charsets',
      '\\ansicpg936',
      '{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset134 S;}}',
      'é',
      'windows-1252',
    ],
    ['the default charset', '\\ansicpg949', '{\\fonttbl{\\f0\\fcharset1 A;}}', '기자', 'euc-kr'],
    ['a font that names its code page', '\\ansicpg1252', '{\\fonttbl{\\f0\\fcharset0\\cpg866 A;}}', 'Тест', 'ibm866'],
    ['the Macintosh', '\\mac', '', 'é', 'macintosh'],
    ['UTF-8', '\\ansicpg65001', '', '记', 'utf-8'],
  ])('reads bytes by %s', (_, words, fonts, text, encoding) => {
    expect(read(`{\\rtf1\\ansi${words}\\deff0${fonts}${hexOf(text, encoding)}}`)).toMatchObject({
      text: `${text}\n`,
      encoding,
    })
  })

  it('reads the code pages of DOS', () => {
    expect(read("{\\rtf1\\pc \\'82\\'e1}")).toMatchObject({ text: 'éß\n', encoding: 'ibm437' })
    expect(read("{\\rtf1\\pca \\'82\\'e1}")).toMatchObject({ text: 'éß\n', encoding: 'ibm850' })
  })

  it('counts bytes of code pages that it does not know', () => {
    expect(read("{\\rtf1\\ansicpg1361 a\\'88\\'61}")).toMatchObject({ text: 'a\ufffda\n', undecodable: 1 })
  })

  it('joins bytes over tokens and takes escaped ones for second halves', () => {
    const fonts = '{\\fonttbl{\\f0\\fcharset128 M;}}'
    expect(read(`{\\rtf1\\deff0${fonts}{\\'83}{\\'5c}\\'83\\\\}`).text).toBe('ソソ\n')
    expect(read(`{\\rtf1\\deff0${fonts}\\'8bL\\'8e\r\n\\'d2}`).text).toBe('記者\n')
  })

  it('reads what stands there unescaped, as UTF-8 or in the code pages of its fonts', () => {
    expect(read(new TextEncoder().encode('{\\rtf1\\ansi\\ansicpg1252 记者：é\\par}')).text).toBe('记者：é\n')
    expect(read(latin1('{\\rtf1\\ansi\\ansicpg1252 \xe9t\xe9\\par}')).text).toBe('été\n')
    const japanese = `{\\rtf1\\ansicpg932 ${String.fromCharCode(...(encode('表}功', 'shift_jis') ?? [])).replace('}', '\\}')}\\par}`
    expect(read(latin1(japanese)).text).toBe('表}功\n')
  })

  it('reports UTF-8 where all is ASCII or Unicode', () => {
    expect(read('{\\rtf1\\ansi a\\u21488 ?}').encoding).toBe('utf-8')
  })
})

describe('readRtf, what it knows beyond the text', () => {
  it('marks looks, by words, styles and resets', () => {
    const styles =
      '{\\stylesheet{\\ql Normal;}{\\s1\\b\\outlinelevel0 heading 1;}{\\s5\\i Aside;}{\\*\\cs9\\b{\\*\\keycode x} Strong;}}'
    const extraction = read(
      `{\\rtf1${styles}\\pard\\plain\\s1 Title{\\b0 !}\\par\\pard\\plain{\\b Ann: }{\\b\\i hm} yes {\\cs9 no}\\ul u\\ulnone\\par\\pard\\s5 x\\pard y\\par}`,
    )
    expect(styled(extraction, 'bold')).toEqual(['Title', 'Ann: hm', 'no'])
    expect(styled(extraction, 'italic')).toEqual(['hm', 'x'])
    expect(styled(extraction, 'underline')).toEqual(['u'])
    expect(styled(extraction, 'heading')).toEqual(['Title!'])
  })

  it('ends looks at the ends of lines', () => {
    expect(styled(read('{\\rtf1\\b a\\par b\\line c\\par}'), 'bold')).toEqual(['a', 'b', 'c'])
  })

  it('writes a row a line, with cells parted by tabs', () => {
    const row = '\\trowd\\cellx1\\cellx2\\pard\\intbl Q\\cell {\\b When?}\\cell\\row'
    const extraction = read(
      `{\\rtf1 Before\\par${row}\\pard\\intbl A\\cell Soon.\\par Very.\\cell\\row\\pard After\\par}`,
    )
    expect(extraction.text).toBe('Before\nQ\tWhen?\nA\tSoon.\nVery.\nAfter\n')
    expect(styled(extraction, 'table-cell')).toEqual(['Q', 'When?', 'A', 'Soon.\nVery.'])
    expect(read('{\\rtf1\\intbl\\cell\\cell x\\cell\\cell\\row}').text).toBe('\t\tx\t\n')
  })

  it('reads nested tables', () => {
    const inner = '\\itap2 a\\nestcell b\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}{\\nonesttables\\par}'
    expect(read(`{\\rtf1\\intbl x\\cell${inner}\\itap1 y\\cell\\row}`).text).toBe('x\ta\tb\ny\n')
  })

  it('puts notes, comments and text boxes behind the text', () => {
    const note = '{\\super\\chftn{\\footnote\\pard\\plain{\\super\\chftn} One {\\i note}.}}'
    const comment = '{\\*\\atnid A}{\\*\\atnauthor Ann}\\chatn{\\*\\annotation{\\*\\atnref 1}Well.\\par Said.}'
    const box = '{\\shp{\\*\\shpinst\\shpleft1{\\sp{\\sn a}{\\sv 1}}{\\shptxt\\pard Boxed\\par}}{\\shprslt{\\*\\do}x}}'
    const extraction = read(`{\\rtf1 Text${note} goes${comment} on${box}.\\par End.\\par}`)
    expect(extraction.text).toBe('Text goes on.\nEnd.\n One note.\nWell.\nSaid.\nBoxed\n')
    const asides = extraction.structure.asides.map(({ span }) => extraction.text.slice(span.start, span.end))
    expect(asides).toEqual([' One note.', 'Well.', 'Said.'])
  })

  it('marks list items and keeps their marks', () => {
    const extraction = read(
      "{\\rtf1{\\fonttbl{\\f0 A;}{\\f3\\fcharset2 Symbol;}}{\\listtext\\f3\\'b7\\tab}one\\par{\\pntext 2.\\tab}two\\par{\\listtext\\pard\\plain \\tab}x\\par}",
    )
    expect(extraction.text).toBe('•\tone\n2.\ttwo\nx\n')
    expect(styled(extraction, 'list-item')).toEqual(['•\tone', '2.\ttwo'])
  })
})

describe('readRtf, dialects', () => {
  it('reads TextEdit', () => {
    const rtf =
      '{\\rtf1\\ansi\\ansicpg936\\cocoartf2639\n\\cocoatextscaling0\\cocoaplatform0{\\fonttbl\\f0\\fnil\\fcharset134 PingFangSC-Semibold;\\f1\\fswiss\\fcharset0 Helvetica;}\n' +
      '{\\colortbl;\\red255\\green255\\blue255;}\n{\\*\\expandedcolortbl;;}\n\\pard\\tx560\\pardirnatural\\partightenfactor0\n\n' +
      `\\f0\\b\\fs24 \\cf0 ${hexOf('记者：', 'gb18030')}\n\\b0 ${hexOf('好', 'gb18030')}\n\\f1 OK\\'e9\\uc0\\u55357 \\u56832 \\\n\\\nend}`
    const extraction = read(rtf)
    expect(extraction.text).toBe('记者：好OKé😀\n\nend\n')
    expect(styled(extraction, 'bold')).toEqual(['记者：'])
  })

  it('reads Word', () => {
    const run = '\\rtlch\\fcs1 \\af0 \\ltrch\\fcs0'
    const rtf =
      '{\\rtf1\\adeflang1025\\ansi\\ansicpg936\\uc2\\adeff0\\deff0\\stshfdbch13\\stshfloch0{\\fonttbl{\\f0\\froman\\fcharset0\\fprq2{\\*\\panose 02}Times New Roman;}' +
      "{\\f13\\fnil\\fcharset134\\fprq2{\\*\\panose 02}\\'cb\\'ce\\'cc\\'e5{\\*\\falt SimSun};}}{\\colortbl;\\red0;}" +
      `{\\stylesheet{${run} \\fs24\\loch\\f0\\hich\\af0\\dbch\\af13 \\snext0 Normal;}}{\\*\\rsidtbl \\rsid1}{\\*\\generator Word;}\\paperw1\\pard\\plain \\ltrpar ` +
      `{${run} \\b\\loch\\af0\\hich\\af0\\dbch\\f13 ${hexOf('记者', 'gb18030')}\\'a3\\'ba}{${run} \\hich\\af0\\dbch\\af13\\loch\\f0 Caf\\'e9 \\u8364\\'80\\'80 }` +
      `{${run} \\loch\\af0\\hich\\af0\\dbch\\af13 ${hexOf('好', 'gb18030')}}\r\n\\par }`
    const extraction = read(rtf)
    expect(extraction.text).toBe('记者：Café € 好\n')
    expect(styled(extraction, 'bold')).toEqual(['记者：'])
  })

  it('reads WordPad', () => {
    const rtf =
      "{\\rtf1\\ansi\\ansicpg1252\\deff0\\nouicompat\\deflang1033{\\fonttbl{\\f0\\fnil\\fcharset0 Calibri;}{\\f1\\fnil\\fcharset134 \\'cb\\'ce;}{\\f2\\fnil Calibri;}}\r\n" +
      `{\\*\\generator Riched20 10.0}\\viewkind4\\uc1 \r\n\\pard\\sl240\\b\\f0\\fs22\\lang1033 Ann: \\b0\\f1\\lang2052 ${hexOf('你好', 'gb18030')}\\f2\\lang9 x\\'92s\\par\r\n}\r\n\0`
    const extraction = read(rtf)
    expect(extraction.text).toBe('Ann: 你好x’s\n')
    expect(styled(extraction, 'bold')).toEqual(['Ann: '])
  })

  it('reads LibreOffice, which says looks of East Asian text in words of their own', () => {
    const rtf =
      "{\\rtf1\\ansi\\deff3\\adeflang1025\n{\\fonttbl{\\f0\\froman\\fprq2\\fcharset0 Times;}{\\f3\\froman\\fprq2\\fcharset0 Serif;}}\n\\pgndec\\pard\\plain \\s22\\loch\\ql{\\dbch\\ab\\dbch\n\\u35760\\'3f\\u32773\\'3f\\u65306\\'3a}{\\dbch\n\\u26032\\'3f}{\\loch\\b\n Ann}\n\\par }"
    const extraction = read(rtf)
    expect(extraction.text).toBe('记者：新 Ann\n')
    expect(styled(extraction, 'bold')).toEqual(['记者：', ' Ann'])
  })
})

describe('readRtf on hostile files', () => {
  it('stands deep nesting and refuses what is deeper than any program writes', () => {
    expect(read(`{\\rtf1 ${'{\\b '.repeat(100_000)}a${'}'.repeat(100_000)}}`).text).toBe('a\n')
    expect(readRtf(latin1('{\\rtf1 '.padEnd(600_000, '{')))).toMatchObject({ kind: 'failed', reason: 'damaged' })
  })

  it('takes time in proportion to the file', () => {
    const started = performance.now()
    read(`{\\rtf1 ${'}'.repeat(1_000_000)}\\par a}`)
    read(`{\\rtf1 ${'{\\footnote '.repeat(100_000)}`)
    read(`{\\rtf1 {\\listtext ${'\\pard '.repeat(1000)}x}}`)
    read(`{\\rtf1${'{\\footnote a}'.repeat(150_000)}}`)
    read(`{\\rtf1 ${'\\b a\\b0 b'.repeat(200_000)}}`)
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  it('never throws, and never writes more than it reads', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '{',
        '}',
        '\\',
        '\\*',
        "\\'",
        "\\'e",
        '\\u',
        '\\u-1 ',
        '\\bin99999999999 ',
        '\\uc9 ',
        '\\par',
        '\\cell',
        '\\row',
      ),
      fc.constantFrom(
        '{\\fonttbl',
        '{\\stylesheet',
        '{\\footnote',
        '{\\upr',
        '{\\*\\ud',
        '{\\shptxt',
        '\\f-1 ',
        '\\fcharset134 ',
        '\\deleted',
      ),
      fc.constantFrom(
        '\\plain',
        '\\nestrow',
        '\\listtext',
        '\\ansicpg-5 ',
        '\\ansicpg936 ',
        '\\s1 ',
        '\\u1114112 ',
        '\\u55357 ',
        '\0',
      ),
      fc.string({ maxLength: 5 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const rtf = new TextEncoder().encode(`{\\rtf1${pieces.join('')}`)
        const extraction = readRtf(rtf)
        expect(extraction.kind).toBe('text')
        if (extraction.kind !== 'text') return
        expect(extraction.text.length).toBeLessThanOrEqual(rtf.length + 1)
        for (const { span } of [...extraction.structure.styles, ...extraction.structure.asides]) {
          expect(span.start).toBeLessThan(span.end)
          expect(span.end).toBeLessThanOrEqual(extraction.text.length)
        }
      }),
    )
  })
})
