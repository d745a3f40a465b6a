import { floorSubject } from './floor.ts'
import type { PeerSubject, PeerText } from './peer-subject.ts'
import { recogitoSubject } from './recogito.ts'

declare global {
  interface Window {
    makePeer: (subject: string, text: PeerText) => PeerSubject
  }
}

window.makePeer = (subject, text) => {
  const scroller = document.getElementById('scroller')
  const root = document.getElementById('text')
  if (scroller === null || root === null) throw new Error('the page is not there')
  return subject === 'floor'
    ? floorSubject(scroller, root, text)
    : recogitoSubject(scroller, root, text, subject === 'recogito-fastest')
}
