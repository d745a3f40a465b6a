import type { TextLink } from '#shared/model/rich-text.ts'
import { linkOfElement } from './record-link-node.ts'

/** Says of every link in a field where it leads, or that what it led to is gone. The words stay what they are. */
export function describeLinks(
  root: HTMLElement,
  describe: (link: TextLink) => { readonly title: string; readonly isGone: boolean },
): void {
  for (const element of root.querySelectorAll<HTMLElement>('.memo-link')) {
    const link = linkOfElement(element)
    if (link === null) continue
    const { title, isGone } = describe(link)
    if (element.title !== title) element.title = title
    element.classList.toggle('gone', isGone)
  }
}
