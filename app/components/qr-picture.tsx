import type { ReactElement } from "react";

interface QrPictureProps {
  code: { size: number; bars: readonly { x: number; y: number; width: number }[] };
  /** What opens when a camera reads it. */
  alt: string;
}

/** A QR code as a drawing: black on white in every colour scheme, as cameras want it. */
export function QrPicture({ code, alt }: QrPictureProps): ReactElement {
  return (
    <svg className="qr" viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={alt}>
      <rect width={code.size} height={code.size} fill="#fff" />
      <path
        fill="#000"
        shapeRendering="crispEdges"
        d={code.bars.map(({ x, y, width }) => `M${x} ${y}h${width}v1h-${width}z`).join("")}
      />
    </svg>
  );
}
