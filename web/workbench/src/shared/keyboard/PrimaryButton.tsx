import { Button, Tooltip, type ButtonProps } from 'antd';
import { text } from '../text.ts';
import { useShortcut } from './shortcuts.ts';

/** The one primary action of a view, on Alt+S too. */
export function PrimaryButton({ onPress, ...props }: Omit<ButtonProps, 'onClick' | 'type'> & { onPress: () => void }) {
  const blocked = props.disabled === true || (typeof props.loading === 'boolean' && props.loading);
  useShortcut({ keys: ['Alt+S'], label: text.keys.primary, scope: 'here', whileTyping: true }, blocked ? undefined : onPress);
  return <Tooltip title="Alt+S" mouseEnterDelay={0.6}><Button type="primary" {...props} onClick={onPress} /></Tooltip>;
}
