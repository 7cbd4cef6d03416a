import { buttonClass, classes, type ButtonLook } from '@tongban/ui';
import type { ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';

/** A link of the portal that looks like a button. */
export function ButtonLink({ icon, variant, size, block, className, children, ...link }: LinkProps & ButtonLook & { icon?: ReactNode }) {
  const look: ButtonLook = { ...(variant ? { variant } : {}), ...(size ? { size } : {}), ...(block ? { block } : {}) };
  return <Link {...link} className={classes(buttonClass(look), className)}>{icon}{children}</Link>;
}
