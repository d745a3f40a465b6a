import { describe, expect, it } from 'vitest'
import { aptNames, missingLibraries, packagesFor } from './library-packages.ts'

const LDD = `\tlinux-vdso.so.1 (0x00007ffd)
\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f1)
\tlibgtk-3.so.0 => not found
\tlibgobject-2.0.so.0 => not found
\tlibgio-2.0.so.0 => not found
\tlibgtk-3.so.0 => not found
\tlibnew.so.9 => not found
\t/lib64/ld-linux-x86-64.so.2 (0x00007f2)
`

describe('missingLibraries', () => {
  it('names each library once, in order', () => {
    expect(missingLibraries(LDD)).toEqual(['libgtk-3.so.0', 'libgobject-2.0.so.0', 'libgio-2.0.so.0', 'libnew.so.9'])
  })

  it('finds nothing where nothing is missing, or where ldd said something else', () => {
    expect(missingLibraries('\tlibc.so.6 => /lib/libc.so.6 (0x1)\n')).toEqual([])
    expect(missingLibraries('\tnot a dynamic executable\n')).toEqual([])
  })
})

describe('packagesFor', () => {
  it('names each package once, and keeps apart what it does not know', () => {
    expect(packagesFor(missingLibraries(LDD))).toEqual({
      packages: ['libglib2.0-0', 'libgtk-3-0'],
      unknown: ['libnew.so.9'],
    })
  })
})

describe('aptNames', () => {
  const policy = `libasound2:
  Installed: (none)
  Candidate: (none)
  Version table:
libasound2t64:
  Installed: (none)
  Candidate: 1.2.11-1
  Version table:
     1.2.11-1 500
libnss3:
  Installed: (none)
  Candidate: 2:3.98-1
`
  it('takes the t64 name where only that can be installed', () => {
    expect(aptNames(['libasound2', 'libnss3'], policy)).toEqual(['libasound2t64', 'libnss3'])
  })

  it('keeps the name where nothing is known, so that the error names it', () => {
    expect(aptNames(['libgbm1'], policy)).toEqual(['libgbm1'])
  })
})
