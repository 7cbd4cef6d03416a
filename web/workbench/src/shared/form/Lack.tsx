import './form.css';

/** What the control above lacks; for forms that antd does not lay out. */
export function Lack({ text }: { text: string | undefined }) {
  return text === undefined ? null : <p className="lack" role="alert">{text}</p>;
}
