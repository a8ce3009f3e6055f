import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskText } from './mask-text.js';

describe('maskText', () => {
  it.each([
    ['身份证330681199001011234报案', '身份证〔身份证号已隐去〕报案'],
    ['证号 33068119900101123X。', '证号 〔身份证号已隐去〕。'],
    ['３３０６８１１９９００１０１１２３４', '〔身份证号已隐去〕'],
    ['老证330681900101123', '老证〔身份证号已隐去〕'],
    ['卡号6222 0212 3456 7890 123转账', '卡号〔卡号已隐去〕转账'],
    ['电话13812345678', '电话〔手机号已隐去〕'],
    ['+86 138-1234-5678', '〔手机号已隐去〕'],
    ['车牌浙D12345逃逸', '车牌〔车牌号已隐去〕逃逸'],
    ['浙D·AB1234 新能源', '〔车牌号已隐去〕 新能源'],
  ])('covers %s', (text, masked) => {
    expect(maskText(text)).toBe(masked);
  });

  it.each([
    '枫江路18号2幢',
    '110',
    '12345热线转来',
    '长约1200米，宽3.5米',
    '2026-11-22 14:05',
    '工单J20261122-0001',
  ])('leaves %s alone', (text) => expect(maskText(text)).toBe(text));

  it('covers a mobile number wherever it stands', () => {
    const words = fc.string({ unit: fc.constantFrom('路', '号', ' ', 'a', '。') });
    fc.assert(
      fc.property(words, fc.stringMatching(/^1[3-9][0-9]{9}$/), words, (before, mobile, after) => {
        expect(maskText(before + mobile + after)).not.toContain(mobile);
      }),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(maskText(maskText(text))).toBe(maskText(text));
      }),
    );
  });
});
