import { describe, expect, it } from 'vitest'
import { isHtml, isHtmlArchive } from './signs.ts'

describe('isHtml', () => {
  it.each([
    ['<!DOCTYPE html><html>', 'a'],
    ['\ufeff\n<HTML>\n<HEAD>', 'a.txt'],
    ['<?xml version="1.0"?>\n<!-- saved -->\n<!DOCTYPE html PUBLIC "x"><html xmlns="y">', 'a.xml'],
    ['<div id="main"><p>Text</p></div>', 'a.html'],
    ['<div id="main"><p>Text</p></div>', 'unnamed'],
    ['MR. A: Hello.<br>MS. B: Hello.', 'a.htm'],
  ])('%s in %s is', (head, name) => {
    expect(isHtml(head, name)).toBe(true)
  })

  it.each([
    ['MR. A: <inaudible> Hello.', 'a.txt'],
    ['<p>Markdown may hold tags</p>', 'a.md'],
    ['<v Jane>Hello.', 'a'],
    ['<?xml version="1.0"?><akomaNtoso><p>x</p></akomaNtoso>', 'a.xml'],
    ['<SPEAKER ID=1 NAME="X">\n<P>\ntext', 'a'],
    ['MR. A: plain text under a wrong name', 'a.html'],
    ['', 'a.txt'],
  ])('%s in %s is not', (head, name) => {
    expect(isHtml(head, name)).toBe(false)
  })
})

describe('isHtmlArchive', () => {
  it('goes by the headers', () => {
    expect(isHtmlArchive('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n')).toBe(true)
    expect(isHtmlArchive('MIME-Version: 1.0\r\nContent-Type: text/html;\r\n\tcharset="gb2312"\r\n\r\n')).toBe(true)
    expect(isHtmlArchive('MR. A: Hello.\n\nContent-Type: multipart/related')).toBe(false)
  })
})
