import { describe, expect, it } from 'vitest';
import { findPlace, type Directory, type Place } from './directory.ts';

const place = (id: string, more: Partial<Place> = {}): Place => ({ id, name: `广安区${id}`, shortName: id, code: null, path: `/${id}/`, regionCode: '511602000000', closed: false, mergedInto: null, ...more });

function directoryOf(...all: Place[]): Directory {
  const named = new Map<string, Place[]>();
  for (const one of all) for (const name of [one.id, one.name]) named.set(name, [...named.get(name) ?? [], one]);
  return { places: new Map(all.map((one) => [one.id, one])), named, posts: new Map() };
}

describe('规则写的机构 (ORG-01)', () => {
  it('已经合并的，由承接机构办；同名的旧机构和承接机构只算一个；没有承接的说已经撤销', () => {
    const successor = place('商务局');
    const merged = place('粮食局', { closed: true, mergedInto: '商务局' });
    const found = directoryOf(successor, merged, place('物资局', { closed: true }));
    expect(findPlace(found, '广安区粮食局', '511602000000')).toEqual({ ok: true, value: successor });
    const renamed = directoryOf(place('新', { name: '广安区粮食局' }), place('旧', { name: '广安区粮食局', closed: true, mergedInto: '新' }));
    expect(findPlace(renamed, '广安区粮食局', '511602000000')).toMatchObject({ ok: true, value: { id: '新' } });
    expect(findPlace(found, '物资局', '511602000000')).toMatchObject({ ok: false, code: 'closed-organisation' });
    expect(findPlace(directoryOf(place('工信局', { closed: true }), place('经信局', { closed: true, mergedInto: '工信局' })), '经信局', '511602000000')).toMatchObject({ ok: false, code: 'closed-organisation' });
  });
});
