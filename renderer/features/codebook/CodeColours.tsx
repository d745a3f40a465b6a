import type { ReactNode } from 'react'
import { recolourCode } from '#renderer/commands/acts/recolour-code.ts'
import { setManner } from '#renderer/commands/acts/set-manner.ts'
import { useShell } from '#renderer/features/shell.ts'
import { alikeColours } from '#shared/codebook/colour-distance.ts'
import { childrenOf, rootOf } from '#shared/codebook/tree.ts'
import { COLOUR_NAMES, type Code, MANNERS } from '#shared/model/code.ts'
import { CodeSwatch } from '../CodeSwatch.tsx'
import type { Save } from '../dialog-save.ts'

/** How a code looks: a colour of the palette, with what its siblings have, and for a family how it is drawn. */
export function CodeColours(props: {
  readonly code: Code
  readonly codes: readonly Code[]
  readonly save: Save
}): ReactNode {
  const { code, codes, save } = props
  const { t } = useShell()
  const manner = rootOf(codes, code.id)?.family?.manner ?? 'tint'
  const siblings = childrenOf(codes, code.parentId).filter((sibling) => sibling.id !== code.id)
  const usersOf = (colour: string): string =>
    siblings
      .filter((sibling) => sibling.colour === colour)
      .map((sibling) => sibling.name)
      .join(t('common.listComma'))
  const same = usersOf(code.colour)
  const alike = siblings.filter((sibling) => alikeColours(code.colour).has(sibling.colour))
  return (
    <>
      <fieldset className="colours">
        <legend>{t('code.colour')}</legend>
        {COLOUR_NAMES.map((colour) => {
          const users = usersOf(colour)
          const name =
            users === ''
              ? t('code.colourFree', { colour: t(`colour.${colour}`) })
              : t('code.colourUsed', { colour: t(`colour.${colour}`), codes: users })
          return (
            <label key={colour} className={users === '' ? 'colour-choice' : 'colour-choice used'} title={name}>
              <input
                type="radio"
                name="colour"
                checked={code.colour === colour}
                onChange={() => void save((state) => recolourCode(state, { codeId: code.id, colour }))}
              />
              <CodeSwatch colour={colour} manner={manner} />
              <span className="unseen">{name}</span>
            </label>
          )
        })}
      </fieldset>
      {/* Always there, so that a screen reader hears what comes to stand in it. */}
      <p className="colour-care" aria-live="polite">
        {code.parentId !== null && same !== ''
          ? t('code.colourSame', { codes: same })
          : code.parentId !== null && alike.length > 0
            ? t('code.colourAlike', { codes: alike.map((sibling) => sibling.name).join(t('common.listComma')) })
            : ''}
      </p>
      {code.family !== null && (
        <fieldset className="colours">
          <legend>{t('code.manner')}</legend>
          {MANNERS.map((choice) => (
            <label key={choice} className="colour-choice">
              <input
                type="radio"
                name="manner"
                checked={manner === choice}
                onChange={() => void save((state) => setManner(state, { codeId: code.id, manner: choice }))}
              />
              <CodeSwatch colour={code.colour} manner={choice} />
              {t(`manner.${choice}`)}
            </label>
          ))}
        </fieldset>
      )}
    </>
  )
}
