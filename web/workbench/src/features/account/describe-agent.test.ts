import { expect, it } from 'vitest';
import { describeAgent } from './describe-agent.ts';

it.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36 Edg/120.0', 'Edge（Windows）'],
  ['Mozilla/5.0 (X11; Linux x86_64; UOS) AppleWebKit/537.36 Chrome/120.0 Safari/537.36', 'Chrome（统信 UOS）'],
  ['node', 'node'], ['', '未知设备'],
])('登录设备 %s 显示为 %s', (agent, name) => { expect(describeAgent(agent)).toBe(name); });
