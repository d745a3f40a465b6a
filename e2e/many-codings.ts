import type { Page } from 'playwright/test'

/**
 * Writes an act of so many codings behind the open project's journal, spread over its first source; they are
 * there after a restart. By hand they would take a day. Runs in the page, so it can use nothing but its arguments.
 */
export function writeManyCodings(page: Page, count: number): Promise<void> {
  return page.evaluate(async (wanted) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('lectern')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const all = <T>(store: string): Promise<T[]> =>
      new Promise((resolve, reject) => {
        const request = database.transaction(store).objectStore(store).getAll()
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    interface Entry {
      readonly projectId: string
      readonly seq: number
      readonly coderId: string
      readonly at: string
      readonly undoTop: number | null
      readonly changes: readonly {
        readonly kind: string
        readonly after: { readonly id: string; readonly isCodable?: boolean }
      }[]
    }
    const journal = (await all<Entry>('journal')).sort((a, b) => a.seq - b.seq)
    const last = journal.at(-1)
    const [source] = await all<{ readonly sourceId: string; readonly text: string }>('texts')
    const codes = (journal[0]?.changes ?? []).flatMap(({ kind, after }) =>
      kind === 'code' && after.isCodable ? [after.id] : [],
    )
    if (last === undefined || source === undefined || codes.length === 0) throw new Error('no project with a source')
    const { sourceId, text } = source
    const { projectId, coderId, at } = last
    const step = (text.length - 300) / wanted
    const changes = Array.from({ length: wanted }, (_, index) => {
      const start = Math.floor(index * step)
      const end = start + 20 + ((index * 37) % 160)
      const segment = {
        id: crypto.randomUUID(),
        sourceId,
        anchors: [
          {
            span: { start, end },
            quote: text.slice(start, end),
            prefix: text.slice(Math.max(0, start - 32), start),
            suffix: text.slice(end, end + 32),
          },
        ],
        createdAt: at,
        createdBy: coderId,
      }
      const coding = {
        id: crypto.randomUUID(),
        segmentId: segment.id,
        sourceId,
        codeId: codes[(index * 7) % codes.length],
        coderId,
        fields: {},
        createdAt: at,
        modifiedAt: at,
      }
      return [
        { kind: 'segment', before: null, after: segment },
        { kind: 'coding', before: null, after: coding },
      ]
    }).flat()
    const entry = {
      name: 'act.applyCode',
      values: { code: 'many' },
      changes,
      projectId,
      seq: last.seq + 1,
      at,
      coderId,
      kind: 'act',
      of: null,
      undoTop: last.seq + 1,
      redoTop: null,
      below: last.undoTop,
    }
    await new Promise<void>((resolve, reject) => {
      const writing = database.transaction('journal', 'readwrite')
      writing.objectStore('journal').add(entry)
      writing.oncomplete = () => resolve()
      writing.onerror = () => reject(writing.error)
    })
    database.close()
  }, count)
}

/**
 * How long it takes from pressing a key until the stripe of the coding that it makes, which is then in hand, has
 * been painted, in milliseconds: to the end of the main thread's part of that frame.
 */
export async function timeToStripe(page: Page, key: string): Promise<number> {
  await page.evaluate(() => {
    const inHand = (): string | null =>
      document.querySelector('.transcript-stripes .focused')?.getAttribute('data-marks') ?? null
    const before = inHand()
    const timing = globalThis as unknown as { painted: Promise<number> }
    timing.painted = new Promise((resolve) => {
      window.addEventListener(
        'keydown',
        () => {
          const pressed = performance.now()
          const look = (): void => {
            const now = inHand()
            if (now === null || now === before) {
              requestAnimationFrame(look)
              return
            }
            const { port1, port2 } = new MessageChannel()
            port1.onmessage = () => resolve(performance.now() - pressed)
            port2.postMessage(null)
          }
          requestAnimationFrame(look)
        },
        { once: true, capture: true },
      )
    })
  })
  await page.keyboard.press(key)
  return page.evaluate(() => (globalThis as unknown as { painted: Promise<number> }).painted)
}
