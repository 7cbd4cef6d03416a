import { systemClock } from '../kernel/clock/index.ts';
import { runSimulator } from '../kernel/engines/index.ts';
import { createMessageSimulator } from '../kernel/messaging/simulator/message-simulator.ts';

const variables: Readonly<Record<string, string>> = { sms: 'SMS_GATEWAY_URL', wechat: 'WECHAT_GATEWAY_URL', dingtalk: 'DINGTALK_GATEWAY_URL', email: 'EMAIL_GATEWAY_URL', voice: 'VOICE_GATEWAY_URL' };

/** `node scripts/run.mjs message-simulator [--channel sms] [--port 8090] [--file sent.jsonl]`: a gateway of one channel that keeps what was sent. */
void runSimulator({
  name: '消息通道模拟网关', port: '8090', options: ['file', 'channel'], hint: '以对应的环境变量指向它；GET /messages 查看已发消息，POST /codes 取绑定码',
  make: ({ file, channel = 'sms' }) => {
    const variable = variables[channel];
    if (variable === undefined) throw new Error(`没有通道“${channel}”，可用的有：${Object.keys(variables).join('、')}`);
    process.stdout.write(`通道 ${channel}，平台的环境变量是 ${variable}\n`);
    return createMessageSimulator({ ...(file === undefined ? {} : { file }), now: () => systemClock.now() });
  },
});
