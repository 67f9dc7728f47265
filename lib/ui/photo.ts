/** The longest edge of a photo after re-scaling, in pixels: enough to read a document, small enough for a phone's connection. */
const longestEdge = 2000
const quality = 0.82
/** Smaller pictures are left as they are, in bytes. */
const smallEnough = 400_000

/** The size of a picture whose longest edge is at most `most` pixels. */
export function scaledSize(width: number, height: number, most = longestEdge): { width: number; height: number } {
  const factor = Math.min(1, most / Math.max(width, height, 1))
  return { width: Math.round(width * factor), height: Math.round(height * factor) }
}

/** A photo small enough to send; anything that is no large photo, or that this browser cannot read, comes back untouched. */
export async function lighterPhoto(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp|heic|heif)$/.test(file.type) || file.size <= smallEnough) return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const { width, height } = scaledSize(picture.width, picture.height)
    const canvas = new OffscreenCanvas(width, height)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height)
    picture.close()
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality })
    if (blob.size >= file.size) return file
    return new File([blob], file.name.replace(/\.\w+$/, '.jpg'), {
      type: 'image/jpeg',
      lastModified: file.lastModified,
    })
  } catch {
    return file
  }
}
