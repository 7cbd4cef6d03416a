import { staffChannels, type OutsideChannel } from './channels.contract.ts';

/** What decides by which channels outside the platform a message goes. */
export interface ChannelPlan {
  /** Channels of its group by default, and those tried in turn when no other is left. */
  channels: readonly OutsideChannel[];
  fallback: readonly OutsideChannel[];
  /** What the recipient chose, by channel; absent where nothing was. */
  choices: Readonly<Partial<Record<OutsideChannel, boolean>>>;
  /** Channels that the city uses. */
  enabled: readonly OutsideChannel[];
  /** Channels that the recipient has bound an account to. */
  bound: readonly OutsideChannel[];
  /** Whether it must reach the recipient whatever was chosen. */
  required: boolean;
  staff: boolean;
  /** Without a short text there is neither SMS nor call. */
  hasShortText: boolean;
}

const byMobile: readonly OutsideChannel[] = ['sms', 'voice'];

/** Whether a channel is meant for officers, for citizens and companies, or both. */
export function isFor(channel: OutsideChannel, staff: boolean): boolean {
  return staff ? staffChannels.some((one) => one === channel) : channel !== 'dingtalk';
}

/** Channels by which a recipient can be reached at all: officers by their work account or e-mail, others by mobile or what they bound. */
export function reachableBy({ enabled, bound, staff, hasShortText }: Pick<ChannelPlan, 'enabled' | 'bound' | 'staff' | 'hasShortText'>, channel: OutsideChannel): boolean {
  if (!enabled.includes(channel)) return false;
  if (byMobile.includes(channel)) return !staff && hasShortText;
  return bound.includes(channel) && isFor(channel, staff);
}

/**
 * Which channels a message goes by, and which it would have gone by had the recipient not said no. A required message that
 * none is left for goes by the first that reaches the recipient, of the fallback at last (MSG-02). Whether there is a mobile
 * shows when it is sent.
 */
export function planChannels(plan: ChannelPlan): { send: OutsideChannel[]; suppressed: OutsideChannel[] } {
  const reachable = plan.enabled.filter((channel) => reachableBy(plan, channel));
  const send = reachable.filter((channel) => plan.choices[channel] ?? plan.channels.includes(channel));
  const suppressed = reachable.filter((channel) => plan.channels.includes(channel) && plan.choices[channel] === false);
  if (send.length > 0 || !plan.required || plan.staff) return { send, suppressed };
  const next = [...plan.channels, ...plan.fallback].find((channel) => reachable.includes(channel));
  return next === undefined ? { send, suppressed } : { send: [next], suppressed: suppressed.filter((channel) => channel !== next) };
}
