import { INK, PALETTE, type Shade } from '#shared/codebook/palette.ts'
import { COLOUR_NAMES, MANNERS, type Manner } from '#shared/model/code.ts'
import { MORE } from './paint-plan.ts'

/** Painted over everything else: the coding in hand, what a drag would mark, what is pointed at beside the text, and the selection while another part of the window has the focus. */
const SPECIAL = {
  focus: { light: '#f2b70080', dark: '#b8860099' },
  pointed: { light: '#f2b70066', dark: '#b8860066' },
  pending: { light: '#2f6fd640', dark: '#6aa2ff4d' },
  preview: { light: '#0b8a5e66', dark: '#35c79080' },
  found: { light: '#ffe06b', dark: '#7a6200' },
} as const
/** How strongly the line is drawn over words on which more stands than is painted, as the last two digits of a colour. */
const OVERLINE = 'b0'
export type SpecialHighlight = keyof typeof SPECIAL

/** The class of an element in whose words a highlight of that name may stand. */
export function paintedClass(name: string): string {
  return `painted-${name}`
}

/**
 * One rule for each manner and colour, all known before anything is painted: changing a rule would
 * restyle the whole document, and `var()` paints nothing here (Chromium 114). A rule is for the elements of
 * its class alone: the browser works out each rule's style for every element that it may be for, and with
 * some seventy rules for all elements that is most of the cost of scrolling to a new place. With them, for
 * stripes and swatches, each colour as a property of whatever names it in `data-colour`.
 */
function highlightRules(): string {
  const rule = (name: string, style: string): string => `.${paintedClass(name)}::highlight(${name}) { ${style} }`
  const rules = (scheme: 'light' | 'dark'): string =>
    [
      ...MANNERS.flatMap((manner) =>
        COLOUR_NAMES.map((colour) => rule(`${manner}-${colour}`, declarations(manner, PALETTE[colour][scheme]))),
      ),
      ...COLOUR_NAMES.map((colour) => {
        const { solid, tint } = PALETTE[colour][scheme]
        return `[data-colour="${colour}"] { --code: ${solid}; --code-tint: ${tint}; }`
      }),
      ...COLOUR_NAMES.map((colour) => rule(`nested-${colour}`, declarations('tint', PALETTE[colour][scheme]))),
      ...MORE.map((name, index) => {
        const line = `overline solid ${INK[scheme]}${OVERLINE} ${index + 1}px`
        return rule(name, `text-decoration: ${line};`)
      }),
      ...Object.entries(SPECIAL).map(([name, shades]) => rule(name, `background-color: ${shades[scheme]};`)),
    ].join('\n')
  return `${rules('light')}\n@media (prefers-color-scheme: dark) {\n${rules('dark')}\n}`
}

// Each manner's line has an offset of its own, so that a topic under a metaphor is still seen.
function declarations(manner: Manner, { solid, tint }: Shade): string {
  switch (manner) {
    case 'tint':
      return `background-color: ${tint};`
    case 'underline':
      return `text-decoration: underline solid ${solid} 2px; text-underline-offset: 4px;`
    case 'wave':
      return `text-decoration: underline wavy ${solid} 1.5px; text-underline-offset: 7px;`
    case 'dots':
      return `text-decoration: underline dotted ${solid} 2.5px; text-underline-offset: 10px;`
  }
}

/** Puts the rules into a page, once for its life. */
export function adoptHighlightRules(page: Document): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(highlightRules())
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet]
}
