import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { classes } from '../classes.ts';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonLook {
  variant?: ButtonVariant;
  size?: 'medium' | 'large';
  block?: boolean;
}

/** The class of a button, for a router link that should look like one. */
export function buttonClass({ variant = 'secondary', size = 'medium', block = false }: ButtonLook = {}): string {
  return classes('tb-button', `tb-button--${variant}`, size === 'large' && 'tb-button--large', block && 'tb-button--block');
}

export interface ButtonProps extends ButtonLook, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  icon?: ReactNode;
  /** Shows work under way and ignores further presses, without losing the focus. */
  busy?: boolean;
  disabled?: boolean;
}

/** A button that keeps its focus while busy or disabled, so that a screen reader can still find out why. */
export function Button({ variant, size, block, icon, busy = false, disabled = false, children, onClick, className, type = 'button', ...rest }: ButtonProps) {
  const inert = busy || disabled;
  const look: ButtonLook = {
    ...(variant ? { variant } : {}), ...(size ? { size } : {}), ...(block === undefined ? {} : { block }),
  };
  return (
    <button
      {...rest}
      type={type}
      className={classes(buttonClass(look), className)}
      aria-disabled={inert || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        // The second half of a double click means the same as the first.
        if (inert || event.detail > 1) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {busy ? <span className="tb-spinner" aria-hidden="true" /> : icon}
      {children}
    </button>
  );
}
