import { describe, expect, it } from 'vitest';
import { siteName } from './site.ts';

describe('网站名称 (PTL-02)', () => {
  it.each([['广安市广安区', '政务服务网', '广安市广安区政务服务网'], ['', '政务服务网', '政务服务网']])('%s + %s', (cityName, portalName, name) => {
    expect(siteName({ cityName, portalName })).toBe(name);
  });
});
