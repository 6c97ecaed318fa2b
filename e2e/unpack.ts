import { join } from 'node:path'
import { inflate } from '@sparticuz/chromium'

// A process of its own, because the packer unpacks into TMPDIR and everybody in a process shares that.
const [packed = ''] = process.argv.slice(2)
for (const part of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']) await inflate(join(packed, 'bin', part))
