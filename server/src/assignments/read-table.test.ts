import { describe, expect, it } from 'vitest';
import { readCount, readTable } from './read-table.js';

const table = (...lines: string[]) => readTable(lines.join('\n'));

describe('readTable', () => {
  it('reads columns by tab under Chinese headings, full-width digits and stray spaces included', () => {
    const { rows, droppedColumns, unknownColumns } = table(
      '序号\t网格编码\t网格名称\t派出所\t民警（名）\t辅警数\t户 数\t日期\t备注',
      '1\t ９９０１２１００１００２００３ \t文昌社区第03网格\t枫城派出所\t１\t2人\t３５６\t2026-11-01\t重点',
    );
    expect(rows).toEqual([
      {
        line: 2,
        cells: {
          gridCode: '990121001002003',
          gridName: '文昌社区第03网格',
          station: '枫城派出所',
          officers: '1',
          auxiliaries: '2人',
          households: '356',
          asOf: '2026-11-01',
        },
      },
    ]);
    expect(droppedColumns).toEqual([]);
    expect(unknownColumns).toEqual(['备注']);
  });

  it('reads commas and English headings, quoted cells and Windows lines', () => {
    const { rows } = readTable(
      '\uFEFFGrid Code,Office,Grid Workers,As of\r\n"990121001002003","Office, north",2,2026/11/1\r\n\r\n',
    );
    expect(rows[0]!.cells).toEqual({
      gridCode: '990121001002003',
      office: 'Office, north',
      workers: '2',
      asOf: '2026/11/1',
    });
  });

  it('leaves columns about persons unread, and a staff column that holds names', () => {
    const { rows, droppedColumns } = table(
      '网格编码\t姓名\t身份证号\t联系电话\t网格长\t网格员\t民警',
      '990121001002003\t某某\t990121190001010011\t13800000000\t张某\t2\t1',
      '990121001002004\t某某\t990121190001010012\t13800000001\t李某\t1\t1',
    );
    expect(droppedColumns).toEqual(['姓名', '身份证号', '联系电话', '网格长']);
    expect(rows[0]!.cells).toEqual({ gridCode: '990121001002003', workers: '2', officers: '1' });
    expect(JSON.stringify(rows)).not.toMatch(/张|某|138/);
  });

  it('keeps counts of which one is a slip of the pen', () => {
    const { rows, droppedColumns } = table('网格\t民警', '甲\t1', '乙\tx', '丙\t2');
    expect(droppedColumns).toEqual([]);
    expect(rows.map(({ cells }) => cells.officers)).toEqual(['1', 'x', '2']);
  });

  it('survives a quotation mark that stands for itself', () => {
    expect(table('网格\t户数\t来源', '"甲\t300\t普查', '乙\t301\t普查').rows).toHaveLength(2);
  });

  it.each([
    ['', 'pasteEmpty'],
    ['网格编码\t户数', 'pasteEmpty'],
    ['派出所\t户数\n枫城派出所\t300', 'pasteNoGrid'],
    ['网格编码\t备注\n990121001002003\t好', 'pasteNothing'],
    ['网格编码\t姓名\n990121001002003\t某', 'pasteNothing'],
    [`网格编码\t户数\n${'990121001002003\t300\n'.repeat(5001)}`, 'pasteTooLong'],
    ['网'.repeat(400_000), 'pasteTooBig'],
  ])('refuses what cannot be used: %.12s', (text, code) =>
    expect(() => readTable(text)).toThrow(expect.objectContaining({ messageCode: code })),
  );
});

describe('readCount', () => {
  it.each([
    ['0', 0],
    ['12', 12],
    ['1,250', 1250],
    ['2人', 2],
    ['3 名', 3],
    ['356户', 356],
  ])('reads %s', (cell, count) => expect(readCount(cell)).toBe(count));
  it.each(['', '-1', '1.5', '两', 'x', '1-2', '9999999999'])('does not read %s', (cell) =>
    expect(readCount(cell)).toBeUndefined(),
  );
});
