import type { ReactNode } from 'react'
import { useShell } from '#renderer/features/shell.ts'
import { inTreeOrder } from '#shared/codebook/tree.ts'
import { COMMANDS } from '#shared/commands.ts'
import { commandOfPress, type Keymap } from '#shared/keymap/keymap.ts'
import type { Code } from '#shared/model/code.ts'

const MOVING = [
  'move',
  'extend',
  'word',
  'paragraph',
  'line',
  'letGo',
  'editCode',
  'addCode',
  'pinCode',
  'shiftCode',
  'moveCode',
] as const

/** The keys of moving about, which cannot be changed, and those of codes, which are changed in the codebook. */
export function FixedKeys({
  query,
  codes,
  keymap,
}: {
  readonly query: string
  readonly codes: readonly Code[]
  readonly keymap: Keymap
}): ReactNode {
  const { t } = useShell()
  const wanted = query.trim().toLowerCase()
  const fits = (...words: readonly string[]): boolean => words.some((word) => word.toLowerCase().includes(wanted))
  const moving = MOVING.filter((what) => fits(t(`keys.${what}`), t(`keys.${what}.key`)))
  const withKeys = inTreeOrder(codes).flatMap(({ code }) =>
    code.key !== null && fits(code.name, code.key) ? [{ code, key: code.key }] : [],
  )
  return (
    <div className="keys-columns">
      {moving.length > 0 && (
        <section>
          <h3>{t('keys.moving')}</h3>
          <dl>
            {moving.map((what) => (
              <div key={what}>
                <dt>{t(`keys.${what}`)}</dt>
                <dd>
                  <kbd>{t(`keys.${what}.key`)}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {withKeys.length > 0 && (
        <section>
          <h3>{t('codebook.title')}</h3>
          <dl>
            {withKeys.map(({ code, key }) => {
              const covered = commandOfPress(keymap, key.toLowerCase())
              return (
                <div key={code.id}>
                  <dt>
                    {code.name}
                    {covered !== null && (
                      <span className="keys-covered">{t('keys.covers', { command: t(COMMANDS[covered].title) })}</span>
                    )}
                  </dt>
                  <dd>
                    <kbd>{key.toUpperCase()}</kbd>
                  </dd>
                </div>
              )
            })}
          </dl>
        </section>
      )}
    </div>
  )
}
