import { directionOf, flowOf, type Glyph, MIDDLE, type PdfFont } from './glyphs.ts'

/** A page's content as pdf.js gives it: operator numbers with their arguments. */
export interface OperatorList {
  readonly fnArray: ArrayLike<number>
  readonly argsArray: ArrayLike<unknown>
}

/** The numbers of those operators that matter for text, as `OPS` of pdf.js names them. */
export type Operators = Readonly<
  Record<
    | 'save'
    | 'restore'
    | 'transform'
    | 'setGState'
    | 'beginText'
    | 'setCharSpacing'
    | 'setWordSpacing'
    | 'setHScale'
    | 'setLeading'
    | 'setFont'
    | 'setTextRise'
    | 'moveText'
    | 'setLeadingMoveText'
    | 'setTextMatrix'
    | 'nextLine'
    | 'showText'
    | 'paintFormXObjectBegin'
    | 'paintFormXObjectEnd'
    | 'beginGroup'
    | 'endGroup'
    | 'beginMarkedContent'
    | 'beginMarkedContentProps'
    | 'endMarkedContent',
    number
  >
>

/** A font with what places its glyphs. */
export interface PlacingFont extends PdfFont {
  readonly isVertical: boolean
  /** Glyph space to text space along the line: 0.001 but in fonts of Type 3. */
  readonly scale: number
  /** Advance and origin of vertical writing where the glyph has none of its own (ISO 32000-1, 9.7.4.3). */
  readonly vertical: readonly number[]
}

type Matrix = readonly [number, number, number, number, number, number]
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]
/** Deeper nesting than any real page has; what is deeper is not restored exactly. */
const DEEPEST = 4096

interface TextState {
  matrix: Matrix
  font: PlacingFont | null
  size: number
  charSpacing: number
  wordSpacing: number
  scale: number
  leading: number
  rise: number
}

/** What pdf.js says of one glyph. */
interface ShownGlyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly vmetric?: readonly number[] | null
}

/** Glyphs of one page; those that stand askew (stamps, watermarks) as mere text. */
export interface PageGlyphs {
  readonly glyphs: readonly Glyph[]
  readonly askew: string
}

/**
 * Follows the text operators of a page (ISO 32000-1, 9.3 and 9.4) and notes where each glyph stands.
 * `page` takes user space to the upright page with y growing downwards. Invisible text is text too:
 * scans carry theirs so. `isHidden` judges optional content by its properties.
 * Stops after `most` glyphs.
 */
export function placeGlyphs(
  list: OperatorList,
  ops: Operators,
  page: Matrix,
  fontOf: (id: string) => PlacingFont | null,
  isHidden: (properties: unknown) => boolean,
  most: number,
): PageGlyphs {
  const glyphs: Glyph[] = []
  const askew: string[] = []
  const stack: TextState[] = []
  const content: boolean[] = []
  let hidden = 0
  let state: TextState = {
    matrix: page,
    font: null,
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
  }
  let textMatrix = IDENTITY
  let lineX = 0
  let lineY = 0
  let x = 0
  let y = 0
  const save = (): void => {
    if (stack.length < DEEPEST) stack.push({ ...state })
  }
  const restore = (): void => {
    state = stack.pop() ?? state
  }
  const move = (dx: number, dy: number): void => {
    lineX += dx
    lineY += dy
    x = lineX
    y = lineY
  }
  const setFont = (id: unknown, size: unknown): void => {
    state.font = typeof id === 'string' ? fontOf(id) : null
    state.size = numberAt([size], 0)
  }
  const enter = (isHiddenPart: boolean): void => {
    if (isHiddenPart) hidden++
    content.push(isHiddenPart)
  }

  const show = (shown: readonly unknown[]): void => {
    const { font, size, scale, rise } = state
    if (font === null || size === 0) return
    const whole = multiply(textMatrix, state.matrix)
    const forward = Math.sign(size * scale) || 1
    const direction = font.isVertical
      ? directionOf(-whole[2], -whole[3])
      : directionOf(whole[0] * forward, whole[1] * forward)
    const seen = Math.abs(size) * Math.hypot(whole[2], whole[3])
    const along = font.isVertical ? Math.hypot(whole[2], whole[3]) : Math.hypot(whole[0], whole[1])
    for (const item of shown) {
      if (typeof item === 'number') {
        if (font.isVertical) y -= (item / 1000) * size
        else x -= (item / 1000) * size * scale
        continue
      }
      if (!isShownGlyph(item) || glyphs.length >= most) continue
      const spacing = state.charSpacing + (item.isSpace ? state.wordSpacing : 0)
      const metric = item.vmetric ?? font.vertical
      const width = item.width * font.scale * size
      const advance = font.isVertical ? (metric[0] ?? -1000) * font.scale * size + spacing : (width + spacing) * scale
      if (hidden === 0) {
        const px = whole[0] * x + whole[2] * (y + rise) + whole[4]
        const py = whole[1] * x + whole[3] * (y + rise) + whole[5]
        if (direction === null || !Number.isFinite(px + py + seen) || seen <= 0) askew.push(item.unicode)
        else {
          const [u, v] = flowOf(direction, px, py)
          const length = font.isVertical
            ? Math.abs((metric[0] ?? -1000) * font.scale * size) * along
            : Math.abs(width * scale) * along
          glyphs.push({
            text: item.unicode,
            direction,
            u,
            v: font.isVertical ? v + MIDDLE * seen : v,
            length,
            size: seen,
            font,
          })
        }
      }
      if (font.isVertical) y += advance
      else x += advance
    }
  }

  for (let at = 0; at < list.fnArray.length && glyphs.length < most; at++) {
    const args = argsOf(list.argsArray[at])
    switch (list.fnArray[at]) {
      case ops.save:
      case ops.beginGroup:
        save()
        break
      case ops.restore:
      case ops.endGroup:
      case ops.paintFormXObjectEnd:
        restore()
        break
      case ops.transform:
        state.matrix = multiply(matrixOf(args), state.matrix)
        break
      case ops.paintFormXObjectBegin:
        save()
        if (args[0]) state.matrix = multiply(matrixOf(args[0]), state.matrix)
        break
      case ops.setGState:
        for (const entry of argsOf(args[0])) {
          const [key, value] = argsOf(entry)
          if (key === 'Font') setFont(argsOf(value)[0], argsOf(value)[1])
        }
        break
      case ops.beginText:
        textMatrix = IDENTITY
        lineX = lineY = x = y = 0
        break
      case ops.setCharSpacing:
        state.charSpacing = numberAt(args, 0)
        break
      case ops.setWordSpacing:
        state.wordSpacing = numberAt(args, 0)
        break
      case ops.setHScale:
        state.scale = numberAt(args, 0) / 100
        break
      case ops.setLeading:
        state.leading = numberAt(args, 0)
        break
      case ops.setFont:
        setFont(args[0], args[1])
        break
      case ops.setTextRise:
        state.rise = numberAt(args, 0)
        break
      case ops.setLeadingMoveText:
        state.leading = -numberAt(args, 1)
        move(numberAt(args, 0), numberAt(args, 1))
        break
      case ops.moveText:
        move(numberAt(args, 0), numberAt(args, 1))
        break
      case ops.setTextMatrix:
        textMatrix = matrixOf(args[0])
        lineX = lineY = x = y = 0
        break
      case ops.nextLine:
        move(0, -state.leading)
        break
      case ops.showText:
        show(argsOf(args[0]))
        break
      case ops.beginMarkedContent:
        enter(false)
        break
      case ops.beginMarkedContentProps:
        enter(args[0] === 'OC' && isHidden(args[1]))
        break
      case ops.endMarkedContent:
        if (content.pop() === true) hidden--
        break
    }
  }
  return { glyphs, askew: askew.join('') }
}

function isShownGlyph(value: unknown): value is ShownGlyph {
  return typeof value === 'object' && value !== null && 'unicode' in value && typeof value.unicode === 'string'
}

function argsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return ArrayBuffer.isView(value) ? Array.from(value as Float32Array) : []
}

function numberAt(args: readonly unknown[], index: number): number {
  const value = args[index]
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

function matrixOf(value: unknown): Matrix {
  const args = argsOf(value)
  if (args.length < 6) return IDENTITY
  const [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5].map((index) => numberAt(args, index))
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0]
}

/** `inner` first, then `outer`. */
function multiply(inner: Matrix, outer: Matrix): Matrix {
  const [a, b, c, d, e, f] = inner
  const [g, h, i, j, k, l] = outer
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}
