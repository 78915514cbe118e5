import type { ReactElement, ReactNode } from "react";

interface CardProps {
  children: ReactNode;
  id?: string;
  /** Lifted off the paper: for the one thing on the page to do. */
  isRaised?: boolean;
}

export function Card({ children, id, isRaised = false }: CardProps): ReactElement {
  return (
    <div className={isRaised ? "card card-raised" : "card"} id={id}>
      {children}
    </div>
  );
}
