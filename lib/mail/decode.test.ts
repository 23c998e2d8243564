import { describe, expect, it } from 'vitest'
import { decodeBase64, decodeCharset, decodeQuotedPrintable, decodeWords } from './decode'

const raw = (...codes: number[]) => String.fromCharCode(...codes)

describe('charsets', () => {
  it.each([
    ['windows-1252', raw(0x93, 0x6e, 0x6f, 0x94, 0x80), '“no”€'],
    ['iso-8859-1', raw(0x66, 0xfc, 0x72, 0x85), 'für…'],
    ['', raw(0x66, 0xfc, 0x72, 0x92), 'für’'],
    ['us-ascii', raw(0x66, 0xc3, 0xbc, 0x72), 'für'],
    ['cp1251', raw(0xcd, 0xe5, 0xf2), 'Нет'],
    ['koi8-r', raw(0xee, 0xc5, 0xd4), 'Нет'],
    ['gb18030', raw(0xcd, 0xcb, 0xd0, 0xc5), '退信'],
    ['iso-2022-jp', raw(0x1b, 0x24, 0x42, 0x30, 0x38, 0x40, 0x68, 0x1b, 0x28, 0x42), '宛先'],
    ['no-such-charset', raw(0x66, 0xc3, 0xbc, 0x72), 'für'],
  ])('%s', (charset, bytes, text) => {
    expect(decodeCharset(bytes, charset)).toBe(text)
  })

  it('reads encoded words of a header, joined without the space between them', () => {
    expect(decodeWords('=?koi8-r?B?7sXU?= =?utf-8?q?=2C_nein?= x')).toBe('Нет, nein x')
  })

  it('reads base64 and quoted-printable with what mail servers do to them', () => {
    expect(new TextDecoder().decode(decodeBase64('VXNlciB1\r\n bmtub3du\n'))).toBe('User unknown')
    expect(decodeQuotedPrintable('a=3Db =\r\nc  \r\nd=zz')).toBe('a=b c\r\nd=zz')
  })
})
