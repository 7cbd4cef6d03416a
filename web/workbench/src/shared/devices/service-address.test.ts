import { expect, it } from 'vitest';
import { checkServiceAddress } from './service-address.ts';

it.each([
  ['http://127.0.0.1:18600', 'http://127.0.0.1:18600'], [' http://localhost:9000/ ', 'http://localhost:9000'],
])('本机地址 %s 可以使用', (typed, address) => {
  expect(checkServiceAddress(typed)).toBe(address);
});

it.each(['http://192.168.1.20:18600', 'https://127.0.0.1:18600', 'http://127.0.0.1.example.com', 'http://user@127.0.0.1:1', 'http://127.0.0.1:18600/api', 'http://127.0.0.1:18600/?a', 'ftp://localhost', '18600', ''])('%s 不在本机或不是服务地址，不使用', (typed) => {
  expect(checkServiceAddress(typed)).toBeUndefined();
});
