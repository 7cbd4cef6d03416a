import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { classes } from '../classes.ts';
import { useUiText } from '../locale.ts';

export interface DialogProps {
  open: boolean;
  title: ReactNode;
  onClose: () => void;
  footer?: ReactNode;
  wide?: boolean;
  /** A question that must be answered: Esc and the cross are taken away. */
  modalOnly?: boolean;
  children: ReactNode;
}

/** A modal dialog on the browser's own <dialog>: focus is kept inside and goes back to where it came from. */
export function Dialog({ open, title, onClose, footer, wide = false, modalOnly = false, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  const text = useUiText();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) {
      dialog.showModal();
      // The first thing to fill in, rather than the cross before it.
      dialog.querySelector<HTMLElement>('.tb-dialog__body :is(input, select, textarea)')?.focus();
    }
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={ref}
      className={classes('tb-dialog', wide && 'tb-dialog--wide')}
      aria-labelledby={id}
      onCancel={(event) => { if (modalOnly) event.preventDefault(); }}
      onClose={() => { if (open) onClose(); }}
    >
      {open && (
        <>
          <div className="tb-dialog__head">
            <h2 id={id}>{title}</h2>
            {!modalOnly && (
              <button type="button" className="tb-dialog__close" onClick={onClose} aria-label={text.close}>
                <X size={24} aria-hidden="true" />
              </button>
            )}
          </div>
          <div className="tb-dialog__body">{children}</div>
          {footer !== undefined && <div className="tb-dialog__foot">{footer}</div>}
        </>
      )}
    </dialog>
  );
}
