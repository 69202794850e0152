// SPDX-License-Identifier: LGPL-2.1-or-later
/* ioctl: video devices that are not there. What is asked of them, and what they would answer. */
#include "device.h"

#include <linux/videodev2.h>

#define WITH_PIX(what)                       \
	{                                    \
		what, .fmt.pix = {           \
			640,                 \
			480,                 \
			V4L2_PIX_FMT_YUYV,   \
			V4L2_FIELD_NONE,     \
			1280,                \
			614400,              \
			V4L2_COLORSPACE_SRGB \
		}                            \
	}

/* An element so many times. */
static char *many(unsigned count, const char *element)
{
	char *result = text("%s", element);

	while (--count)
		result = text("%s, %s", result, element);
	return result;
}

static void formats(void)
{
	struct v4l2_clip *clips = (struct v4l2_clip *)(PLACE + 0x1000);
	struct v4l2_format format = WITH_PIX(V4L2_BUF_TYPE_VIDEO_CAPTURE);
	struct v4l2_format planes = { V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE,
				      .fmt.pix_mp = { 1,
						      2,
						      V4L2_PIX_FMT_NV12,
						      99,
						      98,
						      { { 3, 4 }, { 5, 6 }, { 7, 8 } },
						      2 } };
	struct v4l2_format window = {
		V4L2_BUF_TYPE_VIDEO_OVERLAY,
		.fmt.win = { { -1, 2, 3, 4 }, V4L2_FIELD_TOP, 5, clips, 2, PLACE + 0x2000, 0 }
	};
	struct v4l2_format blank = {
		V4L2_BUF_TYPE_VBI_CAPTURE,
		.fmt.vbi = { 1, 2, 3, V4L2_PIX_FMT_GREY, { -4, 5 }, { 6, 7 }, V4L2_VBI_UNSYNC }
	};
	struct v4l2_format sliced = {
		V4L2_BUF_TYPE_SLICED_VBI_CAPTURE,
		.fmt.sliced = { V4L2_SLICED_TELETEXT_B | 0x1000, { { 1, 2 }, { 3 } }, 4 }
	};
	struct v4l2_format radio = { V4L2_BUF_TYPE_SDR_CAPTURE,
				     .fmt.sdr = { V4L2_SDR_FMT_CU8, 0 } };
	struct v4l2_format meta = { V4L2_BUF_TYPE_META_CAPTURE,
				    .fmt.meta = { V4L2_META_FMT_UVC, 5 } };
	struct v4l2_create_buffers buffers = { 1, 2, V4L2_MEMORY_MMAP,
					       WITH_PIX(V4L2_BUF_TYPE_VIDEO_OUTPUT) };

	memset(clips, 0, 0x1000);
	clips[0].c = (struct v4l2_rect){ -5, 6, 7, 8 };
	clips[1].c = (struct v4l2_rect){ 9, 10, 11, 12 };
	tell(VIDIOC_G_FMT, (long)P(format), "VIDIOC_G_FMT", "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE}",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, fmt.pix={width=640, height=480, pixelformat=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */, field=V4L2_FIELD_NONE, bytesperline=1280, sizeimage=614400, colorspace=V4L2_COLORSPACE_SRGB}}");
	tell(VIDIOC_S_FMT, (long)P(format), "VIDIOC_S_FMT",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, fmt.pix={width=640, height=480, pixelformat=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */, field=V4L2_FIELD_NONE, bytesperline=1280, sizeimage=614400, colorspace=V4L2_COLORSPACE_SRGB}}",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, fmt.pix={width=640, height=480, pixelformat=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */, field=V4L2_FIELD_NONE, bytesperline=1280, sizeimage=614400, colorspace=V4L2_COLORSPACE_SRGB}} => {fmt.pix={width=640, height=480, pixelformat=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */, field=V4L2_FIELD_NONE, bytesperline=1280, sizeimage=614400, colorspace=V4L2_COLORSPACE_SRGB}}");
	tell(VIDIOC_TRY_FMT, (long)P(format), "VIDIOC_TRY_FMT",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, fmt.pix={width=640, height=480, pixelformat=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */, field=V4L2_FIELD_NONE, bytesperline=1280, sizeimage=614400, colorspace=V4L2_COLORSPACE_SRGB}}",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, fmt.pix={width=640, height=480, pixelformat=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */, field=V4L2_FIELD_NONE, bytesperline=1280, sizeimage=614400, colorspace=V4L2_COLORSPACE_SRGB}} => {fmt.pix={width=640, height=480, pixelformat=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */, field=V4L2_FIELD_NONE, bytesperline=1280, sizeimage=614400, colorspace=V4L2_COLORSPACE_SRGB}}");
	format.type = V4L2_BUF_TYPE_VIDEO_OUTPUT;
	format.fmt.pix.pixelformat = v4l2_fourcc('a', '\'', '\1', '\377');
	format.fmt.pix.field = 99;
	format.fmt.pix.colorspace = 98;
	tell(VIDIOC_G_FMT, (long)P(format), "VIDIOC_G_FMT", "{type=V4L2_BUF_TYPE_VIDEO_OUTPUT}",
	     "{type=V4L2_BUF_TYPE_VIDEO_OUTPUT, fmt.pix={width=640, height=480, pixelformat=v4l2_fourcc('a', '\\'', '\\x01', '\\xff'), field=0x63 /* V4L2_FIELD_??? */, bytesperline=1280, sizeimage=614400, colorspace=0x62 /* V4L2_COLORSPACE_??? */}}");
	tell(VIDIOC_S_FMT, (long)P(format), "VIDIOC_S_FMT",
	     "{type=V4L2_BUF_TYPE_VIDEO_OUTPUT, fmt.pix={width=640, height=480, pixelformat=v4l2_fourcc('a', '\\'', '\\x01', '\\xff'), field=0x63 /* V4L2_FIELD_??? */, bytesperline=1280, sizeimage=614400, colorspace=0x62 /* V4L2_COLORSPACE_??? */}}",
	     "{type=V4L2_BUF_TYPE_VIDEO_OUTPUT, fmt.pix={width=640, height=480, pixelformat=v4l2_fourcc('a', '\\'', '\\x01', '\\xff'), field=0x63 /* V4L2_FIELD_??? */, bytesperline=1280, sizeimage=614400, colorspace=0x62 /* V4L2_COLORSPACE_??? */}} => {fmt.pix={width=640, height=480, pixelformat=v4l2_fourcc('a', '\\'', '\\x01', '\\xff'), field=0x63 /* V4L2_FIELD_??? */, bytesperline=1280, sizeimage=614400, colorspace=0x62 /* V4L2_COLORSPACE_??? */}}");
	tell(VIDIOC_G_FMT, (long)P(planes), "VIDIOC_G_FMT",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE}",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE, fmt.pix_mp={width=1, height=2, pixelformat=v4l2_fourcc('N', 'V', '1', '2') /* V4L2_PIX_FMT_NV12 */, field=0x63 /* V4L2_FIELD_??? */, colorspace=0x62 /* V4L2_COLORSPACE_??? */, plane_fmt=[{sizeimage=3, bytesperline=4}, {sizeimage=5, bytesperline=6}], num_planes=2}}");
	tell(VIDIOC_S_FMT, (long)P(planes), "VIDIOC_S_FMT",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE, fmt.pix_mp={width=1, height=2, pixelformat=v4l2_fourcc('N', 'V', '1', '2') /* V4L2_PIX_FMT_NV12 */, field=0x63 /* V4L2_FIELD_??? */, colorspace=0x62 /* V4L2_COLORSPACE_??? */, plane_fmt=[{sizeimage=3, bytesperline=4}, {sizeimage=5, bytesperline=6}], num_planes=2}}",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE, fmt.pix_mp={width=1, height=2, pixelformat=v4l2_fourcc('N', 'V', '1', '2') /* V4L2_PIX_FMT_NV12 */, field=0x63 /* V4L2_FIELD_??? */, colorspace=0x62 /* V4L2_COLORSPACE_??? */, plane_fmt=[{sizeimage=3, bytesperline=4}, {sizeimage=5, bytesperline=6}], num_planes=2}} => {fmt.pix_mp={width=1, height=2, pixelformat=v4l2_fourcc('N', 'V', '1', '2') /* V4L2_PIX_FMT_NV12 */, field=0x63 /* V4L2_FIELD_??? */, colorspace=0x62 /* V4L2_COLORSPACE_??? */, plane_fmt=[{sizeimage=3, bytesperline=4}, {sizeimage=5, bytesperline=6}], num_planes=2}}");
	planes.type = V4L2_BUF_TYPE_VIDEO_OUTPUT_MPLANE;
	planes.fmt.pix_mp.num_planes = 200;
	planes.fmt.pix_mp.colorspace = 0;
	tell(VIDIOC_S_FMT, (long)P(planes), "VIDIOC_S_FMT",
	     "{type=V4L2_BUF_TYPE_VIDEO_OUTPUT_MPLANE, fmt.pix_mp={width=1, height=2, pixelformat=v4l2_fourcc('N', 'V', '1', '2') /* V4L2_PIX_FMT_NV12 */, field=0x63 /* V4L2_FIELD_??? */, colorspace=V4L2_COLORSPACE_DEFAULT, plane_fmt=[{sizeimage=3, bytesperline=4}, {sizeimage=5, bytesperline=6}, {sizeimage=7, bytesperline=8}, {sizeimage=0, bytesperline=0}, {sizeimage=0, bytesperline=0}, {sizeimage=0, bytesperline=0}, {sizeimage=0, bytesperline=0}, {sizeimage=0, bytesperline=0}], num_planes=200}}",
	     "{type=V4L2_BUF_TYPE_VIDEO_OUTPUT_MPLANE, fmt.pix_mp={width=1, height=2, pixelformat=v4l2_fourcc('N', 'V', '1', '2') /* V4L2_PIX_FMT_NV12 */, field=0x63 /* V4L2_FIELD_??? */, colorspace=V4L2_COLORSPACE_DEFAULT, plane_fmt=[{sizeimage=3, bytesperline=4}, {sizeimage=5, bytesperline=6}, {sizeimage=7, bytesperline=8}, {sizeimage=0, bytesperline=0}, {sizeimage=0, bytesperline=0}, {sizeimage=0, bytesperline=0}, {sizeimage=0, bytesperline=0}, {sizeimage=0, bytesperline=0}], num_planes=200}} => {fmt.pix_mp={width=1, height=2, pixelformat=v4l2_fourcc('N', 'V', '1', '2') /* V4L2_PIX_FMT_NV12 */, field=0x63 /* V4L2_FIELD_??? */, colorspace=V4L2_COLORSPACE_DEFAULT, plane_fmt=[{sizeimage=3, bytesperline=4}, {sizeimage=5, bytesperline=6}, {sizeimage=7, bytesperline=8}, {sizeimage=0, bytesperline=0}, {sizeimage=0, bytesperline=0}, {sizeimage=0, bytesperline=0}, {sizeimage=0, bytesperline=0}, {sizeimage=0, bytesperline=0}], num_planes=200}}");
	planes.fmt.pix_mp.num_planes = 0;
	tell(VIDIOC_G_FMT, (long)P(planes), "VIDIOC_G_FMT",
	     "{type=V4L2_BUF_TYPE_VIDEO_OUTPUT_MPLANE}",
	     "{type=V4L2_BUF_TYPE_VIDEO_OUTPUT_MPLANE, fmt.pix_mp={width=1, height=2, pixelformat=v4l2_fourcc('N', 'V', '1', '2') /* V4L2_PIX_FMT_NV12 */, field=0x63 /* V4L2_FIELD_??? */, colorspace=V4L2_COLORSPACE_DEFAULT, plane_fmt=[], num_planes=0}}");
	tell(VIDIOC_G_FMT, (long)P(window), "VIDIOC_G_FMT", "{type=V4L2_BUF_TYPE_VIDEO_OVERLAY}",
	     "{type=V4L2_BUF_TYPE_VIDEO_OVERLAY, fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=[{c={left=-5, top=6, width=7, height=8}}, {c={left=9, top=10, width=11, height=12}}], clipcount=2, bitmap=0x10002000}}");
	tell(VIDIOC_S_FMT, (long)P(window), "VIDIOC_S_FMT",
	     "{type=V4L2_BUF_TYPE_VIDEO_OVERLAY, fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=[{c={left=-5, top=6, width=7, height=8}}, {c={left=9, top=10, width=11, height=12}}], clipcount=2, bitmap=0x10002000}}",
	     "{type=V4L2_BUF_TYPE_VIDEO_OVERLAY, fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=[{c={left=-5, top=6, width=7, height=8}}, {c={left=9, top=10, width=11, height=12}}], clipcount=2, bitmap=0x10002000}} => {fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=[{c={left=-5, top=6, width=7, height=8}}, {c={left=9, top=10, width=11, height=12}}], clipcount=2, bitmap=0x10002000}}");
	window.type = V4L2_BUF_TYPE_VIDEO_OUTPUT_OVERLAY;
	window.fmt.win.global_alpha = 9;
	window.fmt.win.clipcount = 40;
	tell(VIDIOC_S_FMT, (long)P(window), "VIDIOC_S_FMT",
	     V(text("{type=V4L2_BUF_TYPE_VIDEO_OUTPUT_OVERLAY, fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=[{c={left=-5, top=6, width=7, height=8}}, {c={left=9, top=10, width=11, height=12}}, %s], clipcount=40, bitmap=0x10002000, global_alpha=0x9}}",
		    many(38, "{c={left=0, top=0, width=0, height=0}}")),
	       text("{type=V4L2_BUF_TYPE_VIDEO_OUTPUT_OVERLAY, fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=[{c={left=-5, top=6, width=7, height=8}}, {c={left=9, top=10, width=11, height=12}}, %s, ...], clipcount=40, bitmap=0x10002000, global_alpha=0x9}}",
		    many(30, "{c={left=0, top=0, width=0, height=0}}"))),
	     V(text("{type=V4L2_BUF_TYPE_VIDEO_OUTPUT_OVERLAY, fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=[{c={left=-5, top=6, width=7, height=8}}, {c={left=9, top=10, width=11, height=12}}, %s], clipcount=40, bitmap=0x10002000, global_alpha=0x9}} => {fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=[{c={left=-5, top=6, width=7, height=8}}, {c={left=9, top=10, width=11, height=12}}, %s], clipcount=40, bitmap=0x10002000, global_alpha=0x9}}",
		    many(38, "{c={left=0, top=0, width=0, height=0}}"),
		    many(38, "{c={left=0, top=0, width=0, height=0}}")),
	       text("{type=V4L2_BUF_TYPE_VIDEO_OUTPUT_OVERLAY, fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=[{c={left=-5, top=6, width=7, height=8}}, {c={left=9, top=10, width=11, height=12}}, %s, ...], clipcount=40, bitmap=0x10002000, global_alpha=0x9}} => {fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=[{c={left=-5, top=6, width=7, height=8}}, {c={left=9, top=10, width=11, height=12}}, %s, ...], clipcount=40, bitmap=0x10002000, global_alpha=0x9}}",
		    many(30, "{c={left=0, top=0, width=0, height=0}}"),
		    many(30, "{c={left=0, top=0, width=0, height=0}}"))));
	window.fmt.win.clipcount = 0;
	tell(VIDIOC_G_FMT, (long)P(window), "VIDIOC_G_FMT",
	     "{type=V4L2_BUF_TYPE_VIDEO_OUTPUT_OVERLAY}",
	     "{type=V4L2_BUF_TYPE_VIDEO_OUTPUT_OVERLAY, fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=[], clipcount=0, bitmap=0x10002000, global_alpha=0x9}}");
	others_done = "what became of it is not told where there are not as many clips";
	tell(VIDIOC_S_FMT, (long)P(window), "VIDIOC_S_FMT",
	     "{type=V4L2_BUF_TYPE_VIDEO_OUTPUT_OVERLAY, fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=[], clipcount=0, bitmap=0x10002000, global_alpha=0x9}}",
	     "{type=V4L2_BUF_TYPE_VIDEO_OUTPUT_OVERLAY, fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=[], clipcount=0, bitmap=0x10002000, global_alpha=0x9}} => {fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=[], clipcount=0, bitmap=0x10002000, global_alpha=0x9}}");
	window.fmt.win.clips = NULL;
	others_done = "what became of it is not told where there are not as many clips";
	tell(VIDIOC_S_FMT, (long)P(window), "VIDIOC_S_FMT",
	     "{type=V4L2_BUF_TYPE_VIDEO_OUTPUT_OVERLAY, fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=NULL, clipcount=0, bitmap=0x10002000, global_alpha=0x9}}",
	     "{type=V4L2_BUF_TYPE_VIDEO_OUTPUT_OVERLAY, fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=NULL, clipcount=0, bitmap=0x10002000, global_alpha=0x9}} => {fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=NULL, clipcount=0, bitmap=0x10002000, global_alpha=0x9}}");
	window.fmt.win.clips = (void *)fault;
	window.fmt.win.clipcount = 2;
	others_done = "what became of it is not told where there are not as many clips";
	tell(VIDIOC_S_FMT, (long)P(window), "VIDIOC_S_FMT",
	     text("{type=V4L2_BUF_TYPE_VIDEO_OUTPUT_OVERLAY, fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=%p, clipcount=2, bitmap=0x10002000, global_alpha=0x9}}",
		  fault),
	     text("{type=V4L2_BUF_TYPE_VIDEO_OUTPUT_OVERLAY, fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=%p, clipcount=2, bitmap=0x10002000, global_alpha=0x9}} => {fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=%p, clipcount=2, bitmap=0x10002000, global_alpha=0x9}}",
		  fault, fault));
	tell(VIDIOC_G_FMT, (long)P(window), "VIDIOC_G_FMT",
	     "{type=V4L2_BUF_TYPE_VIDEO_OUTPUT_OVERLAY}",
	     text("{type=V4L2_BUF_TYPE_VIDEO_OUTPUT_OVERLAY, fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=%p, clipcount=2, bitmap=0x10002000, global_alpha=0x9}}",
		  fault));
	window.fmt.win.clips = at_end(clips, sizeof(*clips));
	others_done = "what became of it is not told where there are not as many clips";
	tell(VIDIOC_S_FMT, (long)P(window), "VIDIOC_S_FMT",
	     text("{type=V4L2_BUF_TYPE_VIDEO_OUTPUT_OVERLAY, fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=[{c={left=-5, top=6, width=7, height=8}}, ... /* %p */], clipcount=2, bitmap=0x10002000, global_alpha=0x9}}",
		  fault),
	     text("{type=V4L2_BUF_TYPE_VIDEO_OUTPUT_OVERLAY, fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=[{c={left=-5, top=6, width=7, height=8}}, ... /* %p */], clipcount=2, bitmap=0x10002000, global_alpha=0x9}} => {fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=[{c={left=-5, top=6, width=7, height=8}}, ... /* %p */], clipcount=2, bitmap=0x10002000, global_alpha=0x9}}",
		  fault, fault));
	tell(VIDIOC_G_FMT, (long)P(blank), "VIDIOC_G_FMT", "{type=V4L2_BUF_TYPE_VBI_CAPTURE}",
	     "{type=V4L2_BUF_TYPE_VBI_CAPTURE, fmt.vbi={sampling_rate=1, offset=2, samples_per_line=3, sample_format=v4l2_fourcc('G', 'R', 'E', 'Y') /* V4L2_PIX_FMT_GREY */, start=[-4, 5], count=[6, 7], flags=V4L2_VBI_UNSYNC}}");
	blank.type = V4L2_BUF_TYPE_VBI_OUTPUT;
	blank.fmt.vbi.flags = 0;
	tell(VIDIOC_S_FMT, (long)P(blank), "VIDIOC_S_FMT",
	     "{type=V4L2_BUF_TYPE_VBI_OUTPUT, fmt.vbi={sampling_rate=1, offset=2, samples_per_line=3, sample_format=v4l2_fourcc('G', 'R', 'E', 'Y') /* V4L2_PIX_FMT_GREY */, start=[-4, 5], count=[6, 7], flags=0}}",
	     "{type=V4L2_BUF_TYPE_VBI_OUTPUT, fmt.vbi={sampling_rate=1, offset=2, samples_per_line=3, sample_format=v4l2_fourcc('G', 'R', 'E', 'Y') /* V4L2_PIX_FMT_GREY */, start=[-4, 5], count=[6, 7], flags=0}} => {fmt.vbi={sampling_rate=1, offset=2, samples_per_line=3, sample_format=v4l2_fourcc('G', 'R', 'E', 'Y') /* V4L2_PIX_FMT_GREY */, start=[-4, 5], count=[6, 7], flags=0}}");
	blank.fmt.vbi.flags = 0x13;
	tell(VIDIOC_S_FMT, (long)P(blank), "VIDIOC_S_FMT",
	     "{type=V4L2_BUF_TYPE_VBI_OUTPUT, fmt.vbi={sampling_rate=1, offset=2, samples_per_line=3, sample_format=v4l2_fourcc('G', 'R', 'E', 'Y') /* V4L2_PIX_FMT_GREY */, start=[-4, 5], count=[6, 7], flags=V4L2_VBI_UNSYNC|V4L2_VBI_INTERLACED|0x10}}",
	     "{type=V4L2_BUF_TYPE_VBI_OUTPUT, fmt.vbi={sampling_rate=1, offset=2, samples_per_line=3, sample_format=v4l2_fourcc('G', 'R', 'E', 'Y') /* V4L2_PIX_FMT_GREY */, start=[-4, 5], count=[6, 7], flags=V4L2_VBI_UNSYNC|V4L2_VBI_INTERLACED|0x10}} => {fmt.vbi={sampling_rate=1, offset=2, samples_per_line=3, sample_format=v4l2_fourcc('G', 'R', 'E', 'Y') /* V4L2_PIX_FMT_GREY */, start=[-4, 5], count=[6, 7], flags=V4L2_VBI_UNSYNC|V4L2_VBI_INTERLACED|0x10}}");
	tell(VIDIOC_G_FMT, (long)P(sliced), "VIDIOC_G_FMT",
	     "{type=V4L2_BUF_TYPE_SLICED_VBI_CAPTURE}",
	     "{type=V4L2_BUF_TYPE_SLICED_VBI_CAPTURE, fmt.sliced={service_set=V4L2_SLICED_TELETEXT_B|V4L2_SLICED_CAPTION_525, service_lines=[[0x1, 0x2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0x3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]], io_size=4}}");
	sliced.type = V4L2_BUF_TYPE_SLICED_VBI_OUTPUT;
	sliced.fmt.sliced.service_set = V4L2_SLICED_VBI_625;
	tell(VIDIOC_S_FMT, (long)P(sliced), "VIDIOC_S_FMT",
	     "{type=V4L2_BUF_TYPE_SLICED_VBI_OUTPUT, fmt.sliced={service_set=V4L2_SLICED_VBI_625, service_lines=[[0x1, 0x2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0x3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]], io_size=4}}",
	     "{type=V4L2_BUF_TYPE_SLICED_VBI_OUTPUT, fmt.sliced={service_set=V4L2_SLICED_VBI_625, service_lines=[[0x1, 0x2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0x3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]], io_size=4}} => {fmt.sliced={service_set=V4L2_SLICED_VBI_625, service_lines=[[0x1, 0x2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], [0x3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]], io_size=4}}");
	tell(VIDIOC_G_FMT, (long)P(radio), "VIDIOC_G_FMT", "{type=V4L2_BUF_TYPE_SDR_CAPTURE}",
	     "{type=V4L2_BUF_TYPE_SDR_CAPTURE, fmt.sdr={pixelformat=v4l2_fourcc('C', 'U', '0', '8') /* V4L2_SDR_FMT_CU8 */}}");
	radio.type = V4L2_BUF_TYPE_SDR_OUTPUT;
	radio.fmt.sdr.buffersize = 6;
	radio.fmt.sdr.pixelformat = V4L2_PIX_FMT_YUYV;
	tell(VIDIOC_S_FMT, (long)P(radio), "VIDIOC_S_FMT",
	     "{type=V4L2_BUF_TYPE_SDR_OUTPUT, fmt.sdr={pixelformat=v4l2_fourcc('Y', 'U', 'Y', 'V'), buffersize=6}}",
	     "{type=V4L2_BUF_TYPE_SDR_OUTPUT, fmt.sdr={pixelformat=v4l2_fourcc('Y', 'U', 'Y', 'V'), buffersize=6}} => {fmt.sdr={pixelformat=v4l2_fourcc('Y', 'U', 'Y', 'V'), buffersize=6}}");
	tell(VIDIOC_G_FMT, (long)P(meta), "VIDIOC_G_FMT", "{type=V4L2_BUF_TYPE_META_CAPTURE}",
	     "{type=V4L2_BUF_TYPE_META_CAPTURE, fmt.meta={dataformat=v4l2_fourcc('U', 'V', 'C', 'H') /* V4L2_META_FMT_UVC */, buffersize=5}}");
	meta.type = V4L2_BUF_TYPE_META_OUTPUT;
	meta.fmt.meta.dataformat = V4L2_PIX_FMT_YUYV;
	tell(VIDIOC_S_FMT, (long)P(meta), "VIDIOC_S_FMT",
	     "{type=V4L2_BUF_TYPE_META_OUTPUT, fmt.meta={dataformat=v4l2_fourcc('Y', 'U', 'Y', 'V'), buffersize=5}}",
	     "{type=V4L2_BUF_TYPE_META_OUTPUT, fmt.meta={dataformat=v4l2_fourcc('Y', 'U', 'Y', 'V'), buffersize=5}} => {fmt.meta={dataformat=v4l2_fourcc('Y', 'U', 'Y', 'V'), buffersize=5}}");
	format.type = 77;
	tell(VIDIOC_G_FMT, (long)P(format), "VIDIOC_G_FMT", "{type=0x4d /* V4L2_BUF_TYPE_??? */}",
	     "{type=0x4d /* V4L2_BUF_TYPE_??? */}");
	tell(VIDIOC_S_FMT, (long)P(format), "VIDIOC_S_FMT", "{type=0x4d /* V4L2_BUF_TYPE_??? */}",
	     "{type=0x4d /* V4L2_BUF_TYPE_??? */}");
	format.type = 0;
	tell(VIDIOC_TRY_FMT, (long)P(format), "VIDIOC_TRY_FMT", "{type=0 /* V4L2_BUF_TYPE_??? */}",
	     "{type=0 /* V4L2_BUF_TYPE_??? */}");
	tell(VIDIOC_G_FMT, (long)fault, "VIDIOC_G_FMT", text("%p", fault), text("%p", fault));
	tell(VIDIOC_S_FMT, (long)fault, "VIDIOC_S_FMT", text("%p", fault), text("%p", fault));
	tell(VIDIOC_G_FMT, (long)NULL, "VIDIOC_G_FMT", "NULL", "NULL");
	tell(VIDIOC_S_FMT, (long)at_end(&radio, sizeof(radio) - 1), "VIDIOC_S_FMT",
	     text("%p", fault - 207), text("%p", fault - 207));
	note = " ({index=1, count=2})";
	tell(VIDIOC_CREATE_BUFS, (long)P(buffers), "VIDIOC_CREATE_BUFS",
	     "{count=2, memory=V4L2_MEMORY_MMAP, format={type=V4L2_BUF_TYPE_VIDEO_OUTPUT, fmt.pix={width=640, height=480, pixelformat=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */, field=V4L2_FIELD_NONE, bytesperline=1280, sizeimage=614400, colorspace=V4L2_COLORSPACE_SRGB}}}",
	     "{count=2, memory=V4L2_MEMORY_MMAP, format={type=V4L2_BUF_TYPE_VIDEO_OUTPUT, fmt.pix={width=640, height=480, pixelformat=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */, field=V4L2_FIELD_NONE, bytesperline=1280, sizeimage=614400, colorspace=V4L2_COLORSPACE_SRGB}}}");
	buffers.format = planes;
	buffers.memory = 77;
	note = " ({index=1, count=2})";
	tell(VIDIOC_CREATE_BUFS, (long)P(buffers), "VIDIOC_CREATE_BUFS",
	     "{count=2, memory=0x4d /* V4L2_MEMORY_??? */, format={type=V4L2_BUF_TYPE_VIDEO_OUTPUT_MPLANE, fmt.pix_mp={width=1, height=2, pixelformat=v4l2_fourcc('N', 'V', '1', '2') /* V4L2_PIX_FMT_NV12 */, field=0x63 /* V4L2_FIELD_??? */, colorspace=V4L2_COLORSPACE_DEFAULT, plane_fmt=[], num_planes=0}}}",
	     "{count=2, memory=0x4d /* V4L2_MEMORY_??? */, format={type=V4L2_BUF_TYPE_VIDEO_OUTPUT_MPLANE, fmt.pix_mp={width=1, height=2, pixelformat=v4l2_fourcc('N', 'V', '1', '2') /* V4L2_PIX_FMT_NV12 */, field=0x63 /* V4L2_FIELD_??? */, colorspace=V4L2_COLORSPACE_DEFAULT, plane_fmt=[], num_planes=0}}}");
	buffers.format = format;
	note = " ({index=1, count=2})";
	tell(VIDIOC_CREATE_BUFS, (long)P(buffers), "VIDIOC_CREATE_BUFS",
	     "{count=2, memory=0x4d /* V4L2_MEMORY_??? */, format={type=0 /* V4L2_BUF_TYPE_??? */}}",
	     "{count=2, memory=0x4d /* V4L2_MEMORY_??? */, format={type=0 /* V4L2_BUF_TYPE_??? */}}");
	buffers.format = window;
	note = " ({index=1, count=2})";
	tell(VIDIOC_CREATE_BUFS, (long)P(buffers), "VIDIOC_CREATE_BUFS",
	     text("{count=2, memory=0x4d /* V4L2_MEMORY_??? */, format={type=V4L2_BUF_TYPE_VIDEO_OUTPUT_OVERLAY, fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=[{c={left=0, top=0, width=0, height=0}}, ... /* %p */], clipcount=2, bitmap=0x10002000, global_alpha=0x9}}}",
		  fault),
	     text("{count=2, memory=0x4d /* V4L2_MEMORY_??? */, format={type=V4L2_BUF_TYPE_VIDEO_OUTPUT_OVERLAY, fmt.win={w={left=-1, top=2, width=3, height=4}, field=V4L2_FIELD_TOP, chromakey=0x5, clips=[{c={left=0, top=0, width=0, height=0}}, ... /* %p */], clipcount=2, bitmap=0x10002000, global_alpha=0x9}}}",
		  fault));
	tell(VIDIOC_CREATE_BUFS, (long)fault, "VIDIOC_CREATE_BUFS", text("%p", fault),
	     text("%p", fault));
	tell(VIDIOC_CREATE_BUFS, (long)NULL, "VIDIOC_CREATE_BUFS", "NULL", "NULL");
}

static void streams(void)
{
	struct v4l2_framebuffer frame = { V4L2_FBUF_CAP_CHROMAKEY, V4L2_FBUF_FLAG_OVERLAY, PLACE };
	struct v4l2_streamparm stream = {
		V4L2_BUF_TYPE_VIDEO_CAPTURE,
		.parm.capture = { V4L2_CAP_TIMEPERFRAME, V4L2_MODE_HIGHQUALITY, { 1, 30 }, 2, 3 }
	};
	struct v4l2_standard standard = { 1, V4L2_STD_PAL, "standard", { 2, 3 }, 4 };
	struct v4l2_input input = { 1, "input",	      V4L2_INPUT_TYPE_CAMERA, 2,
				    3, V4L2_STD_NTSC, V4L2_IN_ST_NO_SIGNAL,   V4L2_IN_CAP_STD };
	struct v4l2_tuner tuner = { 1,
				    "tuner",
				    V4L2_TUNER_RADIO,
				    V4L2_TUNER_CAP_LOW | V4L2_TUNER_CAP_STEREO,
				    2,
				    3,
				    V4L2_TUNER_SUB_MONO | V4L2_TUNER_SUB_RDS,
				    V4L2_TUNER_MODE_LANG1,
				    -4,
				    -5 };
	struct v4l2_cropcap bounds = {
		V4L2_BUF_TYPE_VIDEO_CAPTURE, { -1, 2, 3, 4 }, { 5, -6, 7, 8 }, { 9, 10 }
	};
	struct v4l2_crop crop = { V4L2_BUF_TYPE_VIDEO_CAPTURE, { -1, 2, 3, 4 } };
	struct v4l2_frmsizeenum size = { 1, V4L2_PIX_FMT_YUYV, V4L2_FRMSIZE_TYPE_DISCRETE,
					 .stepwise = { 2, 3, 4, 5, 6, 7 } };
	struct v4l2_frmivalenum interval = {
		1, V4L2_PIX_FMT_YUYV,	       2,
		3, V4L2_FRMIVAL_TYPE_DISCRETE, .stepwise = { { 4, 5 }, { 6, 7 }, { 8, 9 } }
	};

	tell(VIDIOC_G_FBUF, (long)P(frame), "VIDIOC_G_FBUF", "0x10000000",
	     "{capability=0x2, flags=0x2, base=0x10000000}");
	tell(VIDIOC_S_FBUF, (long)P(frame), "VIDIOC_S_FBUF",
	     "{capability=0x2, flags=0x2, base=0x10000000}",
	     "{capability=0x2, flags=0x2, base=0x10000000}");
	frame.base = NULL;
	frame.flags = 0;
	tell(VIDIOC_S_FBUF, (long)P(frame), "VIDIOC_S_FBUF", "{capability=0x2, flags=0, base=NULL}",
	     "{capability=0x2, flags=0, base=NULL}");
	tell(VIDIOC_G_FBUF, (long)fault, "VIDIOC_G_FBUF", text("%p", fault), text("%p", fault));
	tell(VIDIOC_S_FBUF, (long)NULL, "VIDIOC_S_FBUF", "NULL", "NULL");
	tell(VIDIOC_G_PARM, (long)P(stream), "VIDIOC_G_PARM", "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE}",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, parm.capture={capability=V4L2_CAP_TIMEPERFRAME, capturemode=V4L2_MODE_HIGHQUALITY, timeperframe=1/30, extendedmode=0x2, readbuffers=3}}");
	tell(VIDIOC_S_PARM, (long)P(stream), "VIDIOC_S_PARM",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, parm.capture={capability=V4L2_CAP_TIMEPERFRAME, capturemode=V4L2_MODE_HIGHQUALITY, timeperframe=1/30, extendedmode=0x2, readbuffers=3}}",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, parm.capture={capability=V4L2_CAP_TIMEPERFRAME, capturemode=V4L2_MODE_HIGHQUALITY, timeperframe=1/30, extendedmode=0x2, readbuffers=3}} => {parm.capture={capability=V4L2_CAP_TIMEPERFRAME, capturemode=V4L2_MODE_HIGHQUALITY, timeperframe=1/30, extendedmode=0x2, readbuffers=3}}");
	stream.type = V4L2_BUF_TYPE_VIDEO_OUTPUT;
	stream.parm.output.capability = 5;
	stream.parm.output.outputmode = 0;
	tell(VIDIOC_G_PARM, (long)P(stream), "VIDIOC_G_PARM", "{type=V4L2_BUF_TYPE_VIDEO_OUTPUT}",
	     "{type=V4L2_BUF_TYPE_VIDEO_OUTPUT, parm.output={capability=0x5 /* V4L2_CAP_??? */, outputmode=0, timeperframe=1/30, extendedmode=0x2, writebuffers=3}}");
	tell(VIDIOC_S_PARM, (long)P(stream), "VIDIOC_S_PARM",
	     "{type=V4L2_BUF_TYPE_VIDEO_OUTPUT, parm.output={capability=0x5 /* V4L2_CAP_??? */, outputmode=0, timeperframe=1/30, extendedmode=0x2, writebuffers=3}}",
	     "{type=V4L2_BUF_TYPE_VIDEO_OUTPUT, parm.output={capability=0x5 /* V4L2_CAP_??? */, outputmode=0, timeperframe=1/30, extendedmode=0x2, writebuffers=3}} => {parm.output={capability=0x5 /* V4L2_CAP_??? */, outputmode=0, timeperframe=1/30, extendedmode=0x2, writebuffers=3}}");
	stream.type = V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE;
	tell(VIDIOC_G_PARM, (long)P(stream), "VIDIOC_G_PARM",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE}",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE}");
	tell(VIDIOC_S_PARM, (long)P(stream), "VIDIOC_S_PARM",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE}",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE_MPLANE}");
	stream.type = 77;
	tell(VIDIOC_S_PARM, (long)P(stream), "VIDIOC_S_PARM", "{type=0x4d /* V4L2_BUF_TYPE_??? */}",
	     "{type=0x4d /* V4L2_BUF_TYPE_??? */}");
	tell(VIDIOC_S_PARM, (long)fault, "VIDIOC_S_PARM", text("%p", fault), text("%p", fault));
	tell(VIDIOC_G_PARM, (long)NULL, "VIDIOC_G_PARM", "NULL", "NULL");
	tell(VIDIOC_ENUMSTD, (long)P(standard), "VIDIOC_ENUMSTD", "{index=1}",
	     "{index=1, name=\"standard\", frameperiod=2/3, framelines=4}");
	tell(VIDIOC_ENUMSTD, (long)fault, "VIDIOC_ENUMSTD", text("%p", fault), text("%p", fault));
	tell(VIDIOC_ENUMINPUT, (long)P(input), "VIDIOC_ENUMINPUT", "{index=1}",
	     "{index=1, name=\"input\", type=V4L2_INPUT_TYPE_CAMERA}");
	input.type = 77;
	memset(input.name, 'a', sizeof(input.name));
	others_done = "a name that fills its room is cut";
	tell(VIDIOC_ENUMINPUT, (long)P(input), "VIDIOC_ENUMINPUT", "{index=1}",
	     "{index=1, name=\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", type=0x4d /* V4L2_INPUT_TYPE_??? */}");
	tell(VIDIOC_ENUMINPUT, (long)NULL, "VIDIOC_ENUMINPUT", "NULL", "NULL");
	tell(VIDIOC_G_TUNER, (long)P(tuner), "VIDIOC_G_TUNER", "{index=1}",
	     "{index=1, name=\"tuner\", type=V4L2_TUNER_RADIO, capability=V4L2_TUNER_CAP_LOW|V4L2_TUNER_CAP_STEREO, rangelow=2, rangehigh=3, rxsubchans=V4L2_TUNER_SUB_MONO|V4L2_TUNER_SUB_RDS, audmode=V4L2_TUNER_MODE_LANG1, signal=-4, afc=-5}");
	tell(VIDIOC_S_TUNER, (long)P(tuner), "VIDIOC_S_TUNER",
	     "{index=1, name=\"tuner\", type=V4L2_TUNER_RADIO, capability=V4L2_TUNER_CAP_LOW|V4L2_TUNER_CAP_STEREO, rangelow=2, rangehigh=3, rxsubchans=V4L2_TUNER_SUB_MONO|V4L2_TUNER_SUB_RDS, audmode=V4L2_TUNER_MODE_LANG1, signal=-4, afc=-5}",
	     "{index=1, name=\"tuner\", type=V4L2_TUNER_RADIO, capability=V4L2_TUNER_CAP_LOW|V4L2_TUNER_CAP_STEREO, rangelow=2, rangehigh=3, rxsubchans=V4L2_TUNER_SUB_MONO|V4L2_TUNER_SUB_RDS, audmode=V4L2_TUNER_MODE_LANG1, signal=-4, afc=-5} => {name=\"tuner\", type=V4L2_TUNER_RADIO, capability=V4L2_TUNER_CAP_LOW|V4L2_TUNER_CAP_STEREO, rangelow=2, rangehigh=3, rxsubchans=V4L2_TUNER_SUB_MONO|V4L2_TUNER_SUB_RDS, audmode=V4L2_TUNER_MODE_LANG1, signal=-4, afc=-5}");
	tuner.type = 77;
	tuner.capability = 0x80000000;
	tuner.rxsubchans = 0;
	tuner.audmode = 78;
	tell(VIDIOC_G_TUNER, (long)P(tuner), "VIDIOC_G_TUNER", "{index=1}",
	     "{index=1, name=\"tuner\", type=0x4d /* V4L2_TUNER_??? */, capability=0x80000000 /* V4L2_TUNER_CAP_??? */, rangelow=2, rangehigh=3, rxsubchans=0, audmode=0x4e /* V4L2_TUNER_MODE_??? */, signal=-4, afc=-5}");
	tell(VIDIOC_S_TUNER, (long)P(tuner), "VIDIOC_S_TUNER",
	     "{index=1, name=\"tuner\", type=0x4d /* V4L2_TUNER_??? */, capability=0x80000000 /* V4L2_TUNER_CAP_??? */, rangelow=2, rangehigh=3, rxsubchans=0, audmode=0x4e /* V4L2_TUNER_MODE_??? */, signal=-4, afc=-5}",
	     "{index=1, name=\"tuner\", type=0x4d /* V4L2_TUNER_??? */, capability=0x80000000 /* V4L2_TUNER_CAP_??? */, rangelow=2, rangehigh=3, rxsubchans=0, audmode=0x4e /* V4L2_TUNER_MODE_??? */, signal=-4, afc=-5} => {name=\"tuner\", type=0x4d /* V4L2_TUNER_??? */, capability=0x80000000 /* V4L2_TUNER_CAP_??? */, rangelow=2, rangehigh=3, rxsubchans=0, audmode=0x4e /* V4L2_TUNER_MODE_??? */, signal=-4, afc=-5}");
	tell(VIDIOC_S_TUNER, (long)fault, "VIDIOC_S_TUNER", text("%p", fault), text("%p", fault));
	tell(VIDIOC_CROPCAP, (long)P(bounds), "VIDIOC_CROPCAP",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE}",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, bounds={left=-1, top=2, width=3, height=4}, defrect={left=5, top=-6, width=7, height=8}, pixelaspect=9/10}");
	bounds.type = 77;
	tell(VIDIOC_CROPCAP, (long)P(bounds), "VIDIOC_CROPCAP",
	     "{type=0x4d /* V4L2_BUF_TYPE_??? */}",
	     "{type=0x4d /* V4L2_BUF_TYPE_??? */, bounds={left=-1, top=2, width=3, height=4}, defrect={left=5, top=-6, width=7, height=8}, pixelaspect=9/10}");
	tell(VIDIOC_CROPCAP, (long)fault, "VIDIOC_CROPCAP", text("%p", fault), text("%p", fault));
	tell(VIDIOC_G_CROP, (long)P(crop), "VIDIOC_G_CROP", "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE}",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, c={left=-1, top=2, width=3, height=4}}");
	tell(VIDIOC_S_CROP, (long)P(crop), "VIDIOC_S_CROP",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, c={left=-1, top=2, width=3, height=4}}",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, c={left=-1, top=2, width=3, height=4}}");
	tell(VIDIOC_S_CROP, (long)fault, "VIDIOC_S_CROP", text("%p", fault), text("%p", fault));
	tell(VIDIOC_ENUM_FRAMESIZES, (long)P(size), "VIDIOC_ENUM_FRAMESIZES",
	     "{index=1, pixel_format=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */}",
	     "{index=1, pixel_format=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */, type=V4L2_FRMSIZE_TYPE_DISCRETE, discrete={width=2, height=3}}");
	size.type = V4L2_FRMSIZE_TYPE_STEPWISE;
	tell(VIDIOC_ENUM_FRAMESIZES, (long)P(size), "VIDIOC_ENUM_FRAMESIZES",
	     "{index=1, pixel_format=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */}",
	     "{index=1, pixel_format=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */, type=V4L2_FRMSIZE_TYPE_STEPWISE, stepwise={min_width=2, max_width=3, step_width=4, min_height=5, max_height=6, step_height=7}}");
	size.type = V4L2_FRMSIZE_TYPE_CONTINUOUS;
	size.pixel_format = 0;
	tell(VIDIOC_ENUM_FRAMESIZES, (long)P(size), "VIDIOC_ENUM_FRAMESIZES",
	     "{index=1, pixel_format=v4l2_fourcc('\\x00', '\\x00', '\\x00', '\\x00')}",
	     "{index=1, pixel_format=v4l2_fourcc('\\x00', '\\x00', '\\x00', '\\x00'), type=V4L2_FRMSIZE_TYPE_CONTINUOUS}");
	size.type = 77;
	tell(VIDIOC_ENUM_FRAMESIZES, (long)P(size), "VIDIOC_ENUM_FRAMESIZES",
	     "{index=1, pixel_format=v4l2_fourcc('\\x00', '\\x00', '\\x00', '\\x00')}",
	     "{index=1, pixel_format=v4l2_fourcc('\\x00', '\\x00', '\\x00', '\\x00'), type=0x4d /* V4L2_FRMSIZE_TYPE_??? */}");
	tell(VIDIOC_ENUM_FRAMESIZES, (long)fault, "VIDIOC_ENUM_FRAMESIZES", text("%p", fault),
	     text("%p", fault));
	tell(VIDIOC_ENUM_FRAMEINTERVALS, (long)P(interval), "VIDIOC_ENUM_FRAMEINTERVALS",
	     "{index=1, pixel_format=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */, width=2, height=3}",
	     "{index=1, pixel_format=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */, width=2, height=3, type=V4L2_FRMIVAL_TYPE_DISCRETE, discrete=4/5}");
	interval.type = V4L2_FRMIVAL_TYPE_STEPWISE;
	tell(VIDIOC_ENUM_FRAMEINTERVALS, (long)P(interval), "VIDIOC_ENUM_FRAMEINTERVALS",
	     "{index=1, pixel_format=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */, width=2, height=3}",
	     "{index=1, pixel_format=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */, width=2, height=3, type=V4L2_FRMIVAL_TYPE_STEPWISE, stepwise={min=4/5, max=6/7, step=8/9}}");
	interval.type = V4L2_FRMIVAL_TYPE_CONTINUOUS;
	tell(VIDIOC_ENUM_FRAMEINTERVALS, (long)P(interval), "VIDIOC_ENUM_FRAMEINTERVALS",
	     "{index=1, pixel_format=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */, width=2, height=3}",
	     "{index=1, pixel_format=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */, width=2, height=3, type=V4L2_FRMIVAL_TYPE_CONTINUOUS, stepwise={min=4/5, max=6/7, step=8/9}}");
	interval.type = 77;
	tell(VIDIOC_ENUM_FRAMEINTERVALS, (long)P(interval), "VIDIOC_ENUM_FRAMEINTERVALS",
	     "{index=1, pixel_format=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */, width=2, height=3}",
	     "{index=1, pixel_format=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */, width=2, height=3, type=0x4d /* V4L2_FRMIVAL_TYPE_??? */}");
	tell(VIDIOC_ENUM_FRAMEINTERVALS, (long)NULL, "VIDIOC_ENUM_FRAMEINTERVALS", "NULL", "NULL");
}

static void controls(void)
{
	struct v4l2_control control = { V4L2_CID_BRIGHTNESS, -5 };
	struct v4l2_queryctrl query = {
		V4L2_CID_CONTRAST,    V4L2_CTRL_TYPE_INTEGER, "contrast", -1, 2, 3, -4,
		V4L2_CTRL_FLAG_SLIDER
	};
	struct v4l2_query_ext_ctrl wide = { V4L2_CID_CONTRAST,
					    V4L2_CTRL_TYPE_U8,
					    "contrast",
					    -1,
					    2,
					    3,
					    -4,
					    V4L2_CTRL_FLAG_HAS_PAYLOAD,
					    5,
					    6,
					    2,
					    { 7, 8, 9, 10 } };

	tell(VIDIOC_G_CTRL, (long)P(control), "VIDIOC_G_CTRL", "{id=V4L2_CID_BRIGHTNESS}",
	     "{id=V4L2_CID_BRIGHTNESS, value=-5}");
	others_done = "a change is told if there is none";
	tell(VIDIOC_S_CTRL, (long)P(control), "VIDIOC_S_CTRL", "{id=V4L2_CID_BRIGHTNESS, value=-5}",
	     "{id=V4L2_CID_BRIGHTNESS, value=-5}");
	control.id = query.id = 0;
	tell(VIDIOC_G_CTRL, (long)P(control), "VIDIOC_G_CTRL", "{id=0 /* V4L2_CID_??? */}",
	     "{id=0 /* V4L2_CID_??? */, value=-5}");
	tell(VIDIOC_QUERYCTRL, (long)P(query), "VIDIOC_QUERYCTRL", "{id=0 /* V4L2_CID_??? */}",
	     V("{id=0 /* V4L2_CID_??? */, type=V4L2_CTRL_TYPE_INTEGER, name=\"contrast\", minimum=-1, maximum=2, step=3, default_value=-4, flags=V4L2_CTRL_FLAG_SLIDER}",
	       "{id=0 /* V4L2_CID_??? */, type=V4L2_CTRL_TYPE_INTEGER, name=\"contrast\", ...}"));
	control.id = query.id = 5;
	tell(VIDIOC_G_CTRL, (long)P(control), "VIDIOC_G_CTRL", "{id=0x5 /* V4L2_CID_??? */}",
	     "{id=0x5 /* V4L2_CID_??? */, value=-5}");
	tell(VIDIOC_QUERYCTRL, (long)P(query), "VIDIOC_QUERYCTRL", "{id=0x5 /* V4L2_CID_??? */}",
	     V("{id=0x5 /* V4L2_CID_??? */, type=V4L2_CTRL_TYPE_INTEGER, name=\"contrast\", minimum=-1, maximum=2, step=3, default_value=-4, flags=V4L2_CTRL_FLAG_SLIDER}",
	       "{id=0x5 /* V4L2_CID_??? */, type=V4L2_CTRL_TYPE_INTEGER, name=\"contrast\", ...}"));
	control.id = query.id = V4L2_CID_MPEG_VIDEO_BITRATE;
	tell(VIDIOC_G_CTRL, (long)P(control), "VIDIOC_G_CTRL", "{id=V4L2_CID_MPEG_VIDEO_BITRATE}",
	     "{id=V4L2_CID_MPEG_VIDEO_BITRATE, value=-5}");
	tell(VIDIOC_QUERYCTRL, (long)P(query), "VIDIOC_QUERYCTRL",
	     "{id=V4L2_CID_MPEG_VIDEO_BITRATE}",
	     V("{id=V4L2_CID_MPEG_VIDEO_BITRATE, type=V4L2_CTRL_TYPE_INTEGER, name=\"contrast\", minimum=-1, maximum=2, step=3, default_value=-4, flags=V4L2_CTRL_FLAG_SLIDER}",
	       "{id=V4L2_CID_MPEG_VIDEO_BITRATE, type=V4L2_CTRL_TYPE_INTEGER, name=\"contrast\", ...}"));
	control.id = query.id = V4L2_CTRL_CLASS_USER + 0x1234;
	tell(VIDIOC_G_CTRL, (long)P(control), "VIDIOC_G_CTRL", "{id=V4L2_CTRL_CLASS_USER+0x1234}",
	     "{id=V4L2_CTRL_CLASS_USER+0x1234, value=-5}");
	tell(VIDIOC_QUERYCTRL, (long)P(query), "VIDIOC_QUERYCTRL",
	     "{id=V4L2_CTRL_CLASS_USER+0x1234}",
	     V("{id=V4L2_CTRL_CLASS_USER+0x1234, type=V4L2_CTRL_TYPE_INTEGER, name=\"contrast\", minimum=-1, maximum=2, step=3, default_value=-4, flags=V4L2_CTRL_FLAG_SLIDER}",
	       "{id=V4L2_CTRL_CLASS_USER+0x1234, type=V4L2_CTRL_TYPE_INTEGER, name=\"contrast\", ...}"));
	control.id = query.id = V4L2_CTRL_CLASS_CAMERA;
	tell(VIDIOC_G_CTRL, (long)P(control), "VIDIOC_G_CTRL", "{id=V4L2_CTRL_CLASS_CAMERA+0}",
	     "{id=V4L2_CTRL_CLASS_CAMERA+0, value=-5}");
	tell(VIDIOC_QUERYCTRL, (long)P(query), "VIDIOC_QUERYCTRL", "{id=V4L2_CTRL_CLASS_CAMERA+0}",
	     V("{id=V4L2_CTRL_CLASS_CAMERA+0, type=V4L2_CTRL_TYPE_INTEGER, name=\"contrast\", minimum=-1, maximum=2, step=3, default_value=-4, flags=V4L2_CTRL_FLAG_SLIDER}",
	       "{id=V4L2_CTRL_CLASS_CAMERA+0, type=V4L2_CTRL_TYPE_INTEGER, name=\"contrast\", ...}"));
	control.id = query.id = V4L2_CTRL_CLASS_DETECT + 0xffff;
	tell(VIDIOC_G_CTRL, (long)P(control), "VIDIOC_G_CTRL", "{id=V4L2_CTRL_CLASS_DETECT+0xffff}",
	     "{id=V4L2_CTRL_CLASS_DETECT+0xffff, value=-5}");
	tell(VIDIOC_QUERYCTRL, (long)P(query), "VIDIOC_QUERYCTRL",
	     "{id=V4L2_CTRL_CLASS_DETECT+0xffff}",
	     V("{id=V4L2_CTRL_CLASS_DETECT+0xffff, type=V4L2_CTRL_TYPE_INTEGER, name=\"contrast\", minimum=-1, maximum=2, step=3, default_value=-4, flags=V4L2_CTRL_FLAG_SLIDER}",
	       "{id=V4L2_CTRL_CLASS_DETECT+0xffff, type=V4L2_CTRL_TYPE_INTEGER, name=\"contrast\", ...}"));
	control.id = query.id = 0x970000;
	tell(VIDIOC_G_CTRL, (long)P(control), "VIDIOC_G_CTRL", "{id=0x970000 /* V4L2_CID_??? */}",
	     "{id=0x970000 /* V4L2_CID_??? */, value=-5}");
	tell(VIDIOC_QUERYCTRL, (long)P(query), "VIDIOC_QUERYCTRL",
	     "{id=0x970000 /* V4L2_CID_??? */}",
	     V("{id=0x970000 /* V4L2_CID_??? */, type=V4L2_CTRL_TYPE_INTEGER, name=\"contrast\", minimum=-1, maximum=2, step=3, default_value=-4, flags=V4L2_CTRL_FLAG_SLIDER}",
	       "{id=0x970000 /* V4L2_CID_??? */, type=V4L2_CTRL_TYPE_INTEGER, name=\"contrast\", ...}"));
	control.id = query.id = 0x7fffffff;
	tell(VIDIOC_G_CTRL, (long)P(control), "VIDIOC_G_CTRL", "{id=0x7fffffff /* V4L2_CID_??? */}",
	     "{id=0x7fffffff /* V4L2_CID_??? */, value=-5}");
	tell(VIDIOC_QUERYCTRL, (long)P(query), "VIDIOC_QUERYCTRL",
	     "{id=V4L2_CTRL_FLAG_NEXT_COMPOUND|0x3fffffff /* V4L2_CID_??? */}",
	     V("{id=V4L2_CTRL_FLAG_NEXT_COMPOUND|0x3fffffff /* V4L2_CID_??? */, type=V4L2_CTRL_TYPE_INTEGER, name=\"contrast\", minimum=-1, maximum=2, step=3, default_value=-4, flags=V4L2_CTRL_FLAG_SLIDER}",
	       "{id=V4L2_CTRL_FLAG_NEXT_COMPOUND|0x3fffffff /* V4L2_CID_??? */, type=V4L2_CTRL_TYPE_INTEGER, name=\"contrast\", ...}"));
	control.id = query.id = 0xffffffff;
	tell(VIDIOC_G_CTRL, (long)P(control), "VIDIOC_G_CTRL", "{id=0xffffffff /* V4L2_CID_??? */}",
	     "{id=0xffffffff /* V4L2_CID_??? */, value=-5}");
	tell(VIDIOC_QUERYCTRL, (long)P(query), "VIDIOC_QUERYCTRL",
	     "{id=V4L2_CTRL_FLAG_NEXT_CTRL|V4L2_CTRL_FLAG_NEXT_COMPOUND|0x3fffffff /* V4L2_CID_??? */}",
	     V("{id=V4L2_CTRL_FLAG_NEXT_CTRL|V4L2_CTRL_FLAG_NEXT_COMPOUND|0x3fffffff /* V4L2_CID_??? */, type=V4L2_CTRL_TYPE_INTEGER, name=\"contrast\", minimum=-1, maximum=2, step=3, default_value=-4, flags=V4L2_CTRL_FLAG_SLIDER}",
	       "{id=V4L2_CTRL_FLAG_NEXT_CTRL|V4L2_CTRL_FLAG_NEXT_COMPOUND|0x3fffffff /* V4L2_CID_??? */, type=V4L2_CTRL_TYPE_INTEGER, name=\"contrast\", ...}"));
	control.id = V4L2_CID_CAMERA_CLASS;
	others = "its class and 0x1";
	tell(VIDIOC_G_CTRL, (long)P(control), "VIDIOC_G_CTRL", "{id=V4L2_CID_CAMERA_CLASS}",
	     "{id=V4L2_CID_CAMERA_CLASS, value=-5}");
	tell(VIDIOC_S_CTRL, (long)fault, "VIDIOC_S_CTRL", text("%p", fault), text("%p", fault));
	tell(VIDIOC_G_CTRL, (long)NULL, "VIDIOC_G_CTRL", "NULL", "NULL");
	query.id = V4L2_CTRL_FLAG_NEXT_CTRL | V4L2_CID_CONTRAST;
	tell(VIDIOC_QUERYCTRL, (long)P(query), "VIDIOC_QUERYCTRL",
	     "{id=V4L2_CTRL_FLAG_NEXT_CTRL|V4L2_CID_CONTRAST}",
	     V("{id=V4L2_CTRL_FLAG_NEXT_CTRL|V4L2_CID_CONTRAST, type=V4L2_CTRL_TYPE_INTEGER, name=\"contrast\", minimum=-1, maximum=2, step=3, default_value=-4, flags=V4L2_CTRL_FLAG_SLIDER}",
	       "{id=V4L2_CTRL_FLAG_NEXT_CTRL|V4L2_CID_CONTRAST, type=V4L2_CTRL_TYPE_INTEGER, name=\"contrast\", ...}"));
	query.id = V4L2_CTRL_FLAG_NEXT_CTRL | V4L2_CTRL_FLAG_NEXT_COMPOUND;
	query.type = 77;
	query.flags = 0x80000000;
	query.reserved[1] = 5;
	tell(VIDIOC_QUERYCTRL, (long)P(query), "VIDIOC_QUERYCTRL",
	     "{id=V4L2_CTRL_FLAG_NEXT_CTRL|V4L2_CTRL_FLAG_NEXT_COMPOUND|0 /* V4L2_CID_??? */}",
	     V("{id=V4L2_CTRL_FLAG_NEXT_CTRL|V4L2_CTRL_FLAG_NEXT_COMPOUND|0 /* V4L2_CID_??? */, type=0x4d /* V4L2_CTRL_TYPE_??? */, name=\"contrast\", minimum=-1, maximum=2, step=3, default_value=-4, flags=0x80000000 /* V4L2_CTRL_FLAG_??? */, reserved=[0, 0x5]}",
	       "{id=V4L2_CTRL_FLAG_NEXT_CTRL|V4L2_CTRL_FLAG_NEXT_COMPOUND|0 /* V4L2_CID_??? */, type=0x4d /* V4L2_CTRL_TYPE_??? */, name=\"contrast\", ...}"));
	tell(VIDIOC_QUERYCTRL, (long)fault, "VIDIOC_QUERYCTRL", text("%p", fault),
	     text("%p", fault));
	tell(VIDIOC_QUERY_EXT_CTRL, (long)P(wide), "VIDIOC_QUERY_EXT_CTRL",
	     "{id=V4L2_CID_CONTRAST}",
	     V("{id=V4L2_CID_CONTRAST, type=V4L2_CTRL_TYPE_U8, name=\"contrast\", minimum=-1, maximum=2, step=3, default_value=-4, flags=V4L2_CTRL_FLAG_HAS_PAYLOAD, elem_size=5, elems=6, nr_of_dims=2, dims=[7, 8]}",
	       "{id=V4L2_CID_CONTRAST, type=V4L2_CTRL_TYPE_U8, name=\"contrast\", ...}"));
	wide.nr_of_dims = 0;
	wide.reserved[31] = 5;
	tell(VIDIOC_QUERY_EXT_CTRL, (long)P(wide), "VIDIOC_QUERY_EXT_CTRL",
	     "{id=V4L2_CID_CONTRAST}",
	     V("{id=V4L2_CID_CONTRAST, type=V4L2_CTRL_TYPE_U8, name=\"contrast\", minimum=-1, maximum=2, step=3, default_value=-4, flags=V4L2_CTRL_FLAG_HAS_PAYLOAD, elem_size=5, elems=6, nr_of_dims=0, dims=[], reserved=[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x5]}",
	       "{id=V4L2_CID_CONTRAST, type=V4L2_CTRL_TYPE_U8, name=\"contrast\", ...}"));
	wide.nr_of_dims = 4000000000;
	tell(VIDIOC_QUERY_EXT_CTRL, (long)P(wide), "VIDIOC_QUERY_EXT_CTRL",
	     "{id=V4L2_CID_CONTRAST}",
	     V("{id=V4L2_CID_CONTRAST, type=V4L2_CTRL_TYPE_U8, name=\"contrast\", minimum=-1, maximum=2, step=3, default_value=-4, flags=V4L2_CTRL_FLAG_HAS_PAYLOAD, elem_size=5, elems=6, nr_of_dims=4000000000, dims=[7, 8, 9, 10], reserved=[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x5]}",
	       "{id=V4L2_CID_CONTRAST, type=V4L2_CTRL_TYPE_U8, name=\"contrast\", ...}"));
	wide.id = V4L2_CTRL_FLAG_NEXT_COMPOUND;
	tell(VIDIOC_QUERY_EXT_CTRL, (long)P(wide), "VIDIOC_QUERY_EXT_CTRL",
	     "{id=V4L2_CTRL_FLAG_NEXT_COMPOUND|0 /* V4L2_CID_??? */}",
	     V("{id=V4L2_CTRL_FLAG_NEXT_COMPOUND|0 /* V4L2_CID_??? */, type=V4L2_CTRL_TYPE_U8, name=\"contrast\", minimum=-1, maximum=2, step=3, default_value=-4, flags=V4L2_CTRL_FLAG_HAS_PAYLOAD, elem_size=5, elems=6, nr_of_dims=4000000000, dims=[7, 8, 9, 10], reserved=[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x5]}",
	       "{id=V4L2_CTRL_FLAG_NEXT_COMPOUND|0 /* V4L2_CID_??? */, type=V4L2_CTRL_TYPE_U8, name=\"contrast\", ...}"));
	tell(VIDIOC_QUERY_EXT_CTRL, (long)NULL, "VIDIOC_QUERY_EXT_CTRL", "NULL", "NULL");
}

static void extended(void)
{
	struct v4l2_ext_control *list = (struct v4l2_ext_control *)(PLACE + 0x1000);
	struct v4l2_ext_controls all = { .ctrl_class = V4L2_CTRL_CLASS_CAMERA,
					 .count = 3,
					 .error_idx = 1,
					 .request_fd = 5,
					 .controls = list };

	memset(list, 0, 0x2000);
	list[0].id = V4L2_CID_EXPOSURE_AUTO;
	list[0].value64 = -3;
	list[1].id = V4L2_CTRL_CLASS_CAMERA + 0x777;
	list[1].size = 4;
	list[1].string = strcpy(PLACE + 0x3000, "text and more of it");
	list[2].id = V4L2_CID_ZOOM_ABSOLUTE;
	list[2].size = 400;
	list[2].string = fault;
	tell(VIDIOC_G_EXT_CTRLS, (long)P(all), "VIDIOC_G_EXT_CTRLS",
	     text("{ctrl_class=V4L2_CTRL_CLASS_CAMERA, count=3, controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, {id=0x9a0777 /* V4L2_CID_??? */, size=4, string=\"text\"}, {id=V4L2_CID_ZOOM_ABSOLUTE, size=400, string=%p}], error_idx=1}",
		  fault),
	     text("{ctrl_class=V4L2_CTRL_CLASS_CAMERA, count=3, controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, {id=0x9a0777 /* V4L2_CID_??? */, size=4, string=\"text\"}, {id=V4L2_CID_ZOOM_ABSOLUTE, size=400, string=%p}]}",
		  fault));
	tell(VIDIOC_S_EXT_CTRLS, (long)P(all), "VIDIOC_S_EXT_CTRLS",
	     text("{ctrl_class=V4L2_CTRL_CLASS_CAMERA, count=3, controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, {id=0x9a0777 /* V4L2_CID_??? */, size=4, string=\"text\"}, {id=V4L2_CID_ZOOM_ABSOLUTE, size=400, string=%p}]} => {controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, {id=0x9a0777 /* V4L2_CID_??? */, size=4, string=\"text\"}, {id=V4L2_CID_ZOOM_ABSOLUTE, size=400, string=%p}], error_idx=1}",
		  fault, fault),
	     text("{ctrl_class=V4L2_CTRL_CLASS_CAMERA, count=3, controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, {id=0x9a0777 /* V4L2_CID_??? */, size=4, string=\"text\"}, {id=V4L2_CID_ZOOM_ABSOLUTE, size=400, string=%p}]} => {controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, {id=0x9a0777 /* V4L2_CID_??? */, size=4, string=\"text\"}, {id=V4L2_CID_ZOOM_ABSOLUTE, size=400, string=%p}]}",
		  fault, fault));
	tell(VIDIOC_TRY_EXT_CTRLS, (long)P(all), "VIDIOC_TRY_EXT_CTRLS",
	     text("{ctrl_class=V4L2_CTRL_CLASS_CAMERA, count=3, controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, {id=0x9a0777 /* V4L2_CID_??? */, size=4, string=\"text\"}, {id=V4L2_CID_ZOOM_ABSOLUTE, size=400, string=%p}]} => {controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, {id=0x9a0777 /* V4L2_CID_??? */, size=4, string=\"text\"}, {id=V4L2_CID_ZOOM_ABSOLUTE, size=400, string=%p}], error_idx=1}",
		  fault, fault),
	     text("{ctrl_class=V4L2_CTRL_CLASS_CAMERA, count=3, controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, {id=0x9a0777 /* V4L2_CID_??? */, size=4, string=\"text\"}, {id=V4L2_CID_ZOOM_ABSOLUTE, size=400, string=%p}]} => {controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, {id=0x9a0777 /* V4L2_CID_??? */, size=4, string=\"text\"}, {id=V4L2_CID_ZOOM_ABSOLUTE, size=400, string=%p}]}",
		  fault, fault));
	all.count = 40;
	all.ctrl_class = 0;
	list[1].size = 100;
	list[2].string = NULL;
	tell(VIDIOC_G_EXT_CTRLS, (long)P(all), "VIDIOC_G_EXT_CTRLS",
	     V(text("{ctrl_class=0 /* V4L2_CTRL_CLASS_??? */, count=40, controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, {id=0x9a0777 /* V4L2_CID_??? */, size=100, string=\"text and more of it\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\"...}, {id=V4L2_CID_ZOOM_ABSOLUTE, size=400, string=NULL}, %s], error_idx=1}",
		    many(37, "{id=0 /* V4L2_CID_??? */, size=0, value=0, value64=0}")),
	       text("{ctrl_class=0 /* V4L2_CTRL_CLASS_??? */, count=40, controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, {id=0x9a0777 /* V4L2_CID_??? */, size=100, string=\"text and more of it\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\"...}, {id=V4L2_CID_ZOOM_ABSOLUTE, size=400, string=NULL}, %s, ...], error_idx=1}",
		    many(29, "{id=0 /* V4L2_CID_??? */, size=0, value=0, value64=0}"))),
	     V(text("{ctrl_class=0 /* V4L2_CTRL_CLASS_??? */, count=40, controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, {id=0x9a0777 /* V4L2_CID_??? */, size=100, string=\"text and more of it\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\"...}, {id=V4L2_CID_ZOOM_ABSOLUTE, size=400, string=NULL}, %s]}",
		    many(37, "{id=0 /* V4L2_CID_??? */, size=0, value=0, value64=0}")),
	       text("{ctrl_class=0 /* V4L2_CTRL_CLASS_??? */, count=40, controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, {id=0x9a0777 /* V4L2_CID_??? */, size=100, string=\"text and more of it\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\"...}, {id=V4L2_CID_ZOOM_ABSOLUTE, size=400, string=NULL}, %s, ...]}",
		    many(29, "{id=0 /* V4L2_CID_??? */, size=0, value=0, value64=0}"))));
	tell(VIDIOC_S_EXT_CTRLS, (long)P(all), "VIDIOC_S_EXT_CTRLS",
	     V(text("{ctrl_class=0 /* V4L2_CTRL_CLASS_??? */, count=40, controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, {id=0x9a0777 /* V4L2_CID_??? */, size=100, string=\"text and more of it\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\"...}, {id=V4L2_CID_ZOOM_ABSOLUTE, size=400, string=NULL}, %s]} => {controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, {id=0x9a0777 /* V4L2_CID_??? */, size=100, string=\"text and more of it\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\"...}, {id=V4L2_CID_ZOOM_ABSOLUTE, size=400, string=NULL}, %s], error_idx=1}",
		    many(37, "{id=0 /* V4L2_CID_??? */, size=0, value=0, value64=0}"),
		    many(37, "{id=0 /* V4L2_CID_??? */, size=0, value=0, value64=0}")),
	       text("{ctrl_class=0 /* V4L2_CTRL_CLASS_??? */, count=40, controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, {id=0x9a0777 /* V4L2_CID_??? */, size=100, string=\"text and more of it\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\"...}, {id=V4L2_CID_ZOOM_ABSOLUTE, size=400, string=NULL}, %s, ...]} => {controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, {id=0x9a0777 /* V4L2_CID_??? */, size=100, string=\"text and more of it\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\"...}, {id=V4L2_CID_ZOOM_ABSOLUTE, size=400, string=NULL}, %s, ...], error_idx=1}",
		    many(29, "{id=0 /* V4L2_CID_??? */, size=0, value=0, value64=0}"),
		    many(29, "{id=0 /* V4L2_CID_??? */, size=0, value=0, value64=0}"))),
	     V(text("{ctrl_class=0 /* V4L2_CTRL_CLASS_??? */, count=40, controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, {id=0x9a0777 /* V4L2_CID_??? */, size=100, string=\"text and more of it\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\"...}, {id=V4L2_CID_ZOOM_ABSOLUTE, size=400, string=NULL}, %s]} => {controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, {id=0x9a0777 /* V4L2_CID_??? */, size=100, string=\"text and more of it\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\"...}, {id=V4L2_CID_ZOOM_ABSOLUTE, size=400, string=NULL}, %s]}",
		    many(37, "{id=0 /* V4L2_CID_??? */, size=0, value=0, value64=0}"),
		    many(37, "{id=0 /* V4L2_CID_??? */, size=0, value=0, value64=0}")),
	       text("{ctrl_class=0 /* V4L2_CTRL_CLASS_??? */, count=40, controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, {id=0x9a0777 /* V4L2_CID_??? */, size=100, string=\"text and more of it\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\"...}, {id=V4L2_CID_ZOOM_ABSOLUTE, size=400, string=NULL}, %s, ...]} => {controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, {id=0x9a0777 /* V4L2_CID_??? */, size=100, string=\"text and more of it\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\\0\"...}, {id=V4L2_CID_ZOOM_ABSOLUTE, size=400, string=NULL}, %s, ...]}",
		    many(29, "{id=0 /* V4L2_CID_??? */, size=0, value=0, value64=0}"),
		    many(29, "{id=0 /* V4L2_CID_??? */, size=0, value=0, value64=0}"))));
	all.count = 0;
	tell(VIDIOC_G_EXT_CTRLS, (long)P(all), "VIDIOC_G_EXT_CTRLS",
	     "{ctrl_class=0 /* V4L2_CTRL_CLASS_??? */, count=0}",
	     "{ctrl_class=0 /* V4L2_CTRL_CLASS_??? */, count=0}");
	tell(VIDIOC_S_EXT_CTRLS, (long)P(all), "VIDIOC_S_EXT_CTRLS",
	     "{ctrl_class=0 /* V4L2_CTRL_CLASS_??? */, count=0}",
	     "{ctrl_class=0 /* V4L2_CTRL_CLASS_??? */, count=0}");
	all.count = 4000000000;
	all.controls = (void *)fault;
	all.ctrl_class = 77;
	tell(VIDIOC_G_EXT_CTRLS, (long)P(all), "VIDIOC_G_EXT_CTRLS",
	     text("{ctrl_class=0x4d /* V4L2_CTRL_CLASS_??? */, count=4000000000, controls=%p, error_idx=1}",
		  fault),
	     text("{ctrl_class=0x4d /* V4L2_CTRL_CLASS_??? */, count=4000000000, controls=%p}",
		  fault));
	tell(VIDIOC_S_EXT_CTRLS, (long)P(all), "VIDIOC_S_EXT_CTRLS",
	     text("{ctrl_class=0x4d /* V4L2_CTRL_CLASS_??? */, count=4000000000, controls=%p}",
		  fault),
	     text("{ctrl_class=0x4d /* V4L2_CTRL_CLASS_??? */, count=4000000000, controls=%p}",
		  fault));
	all.controls = NULL;
	tell(VIDIOC_G_EXT_CTRLS, (long)P(all), "VIDIOC_G_EXT_CTRLS",
	     "{ctrl_class=0x4d /* V4L2_CTRL_CLASS_??? */, count=4000000000, controls=NULL, error_idx=1}",
	     "{ctrl_class=0x4d /* V4L2_CTRL_CLASS_??? */, count=4000000000, controls=NULL}");
	tell(VIDIOC_TRY_EXT_CTRLS, (long)P(all), "VIDIOC_TRY_EXT_CTRLS",
	     "{ctrl_class=0x4d /* V4L2_CTRL_CLASS_??? */, count=4000000000, controls=NULL}",
	     "{ctrl_class=0x4d /* V4L2_CTRL_CLASS_??? */, count=4000000000, controls=NULL}");
	all.count = 2;
	all.controls = at_end(list, sizeof(*list));
	tell(VIDIOC_G_EXT_CTRLS, (long)P(all), "VIDIOC_G_EXT_CTRLS",
	     text("{ctrl_class=0x4d /* V4L2_CTRL_CLASS_??? */, count=2, controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, ... /* %p */], error_idx=1}",
		  fault),
	     text("{ctrl_class=0x4d /* V4L2_CTRL_CLASS_??? */, count=2, controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, ... /* %p */]}",
		  fault));
	tell(VIDIOC_S_EXT_CTRLS, (long)P(all), "VIDIOC_S_EXT_CTRLS",
	     text("{ctrl_class=0x4d /* V4L2_CTRL_CLASS_??? */, count=2, controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, ... /* %p */]}",
		  fault),
	     text("{ctrl_class=0x4d /* V4L2_CTRL_CLASS_??? */, count=2, controls=[{id=V4L2_CID_EXPOSURE_AUTO, size=0, value=-3, value64=-3}, ... /* %p */]}",
		  fault));
	tell(VIDIOC_S_EXT_CTRLS, (long)fault, "VIDIOC_S_EXT_CTRLS", text("%p", fault),
	     text("%p", fault));
	tell(VIDIOC_G_EXT_CTRLS, (long)NULL, "VIDIOC_G_EXT_CTRLS", "NULL", "NULL");
}

static void buffers(void)
{
	struct v4l2_capability caps = { "driver", "card", "bus", 0x60102,
					V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING };
	struct v4l2_fmtdesc format = { 1, V4L2_BUF_TYPE_VIDEO_CAPTURE, V4L2_FMT_FLAG_COMPRESSED,
				       "format", V4L2_PIX_FMT_YUYV };
	struct v4l2_requestbuffers buffers = { 4, V4L2_BUF_TYPE_VIDEO_CAPTURE, V4L2_MEMORY_MMAP };
	struct v4l2_buffer buffer = { .index = 2,
				      .type = V4L2_BUF_TYPE_VIDEO_CAPTURE,
				      .bytesused = 3,
				      .flags = V4L2_BUF_FLAG_MAPPED |
					       V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC,
				      .timestamp = { 5, 6 },
				      .memory = V4L2_MEMORY_MMAP,
				      .m.offset = 4096,
				      .length = 7 };

	tell(VIDIOC_QUERYCAP, (long)P(caps), "VIDIOC_QUERYCAP", "0x10000000",
	     "{driver=\"driver\", card=\"card\", bus_info=\"bus\", version=KERNEL_VERSION(6, 1, 2), capabilities=V4L2_CAP_VIDEO_CAPTURE|V4L2_CAP_STREAMING}");
	caps.device_caps = V4L2_CAP_VIDEO_CAPTURE;
	tell(VIDIOC_QUERYCAP, (long)P(caps), "VIDIOC_QUERYCAP", "0x10000000",
	     "{driver=\"driver\", card=\"card\", bus_info=\"bus\", version=KERNEL_VERSION(6, 1, 2), capabilities=V4L2_CAP_VIDEO_CAPTURE|V4L2_CAP_STREAMING, device_caps=V4L2_CAP_VIDEO_CAPTURE}");
	tell(VIDIOC_ENUM_FMT, (long)P(format), "VIDIOC_ENUM_FMT",
	     "{index=1, type=V4L2_BUF_TYPE_VIDEO_CAPTURE}",
	     "{index=1, type=V4L2_BUF_TYPE_VIDEO_CAPTURE, flags=V4L2_FMT_FLAG_COMPRESSED, description=\"format\", pixelformat=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */}");
	format.pixelformat = 0xff27005c;
	tell(VIDIOC_ENUM_FMT, (long)P(format), "VIDIOC_ENUM_FMT",
	     "{index=1, type=V4L2_BUF_TYPE_VIDEO_CAPTURE}",
	     "{index=1, type=V4L2_BUF_TYPE_VIDEO_CAPTURE, flags=V4L2_FMT_FLAG_COMPRESSED, description=\"format\", pixelformat=v4l2_fourcc('\\\\', '\\x00', '\\'', '\\xff')}");
	others = "a change is told if there is none";
	tell(VIDIOC_REQBUFS, (long)P(buffers), "VIDIOC_REQBUFS",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, memory=V4L2_MEMORY_MMAP, count=4}",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, memory=V4L2_MEMORY_MMAP, count=4}");
	tell(VIDIOC_QUERYBUF, (long)P(buffer), "VIDIOC_QUERYBUF",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, index=2}",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, index=2, memory=V4L2_MEMORY_MMAP, m.offset=0x1000, length=7, bytesused=3, flags=V4L2_BUF_FLAG_MAPPED|V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC|V4L2_BUF_FLAG_TSTAMP_SRC_EOF, ...}");
	tell(VIDIOC_QBUF, (long)P(buffer), "VIDIOC_QBUF",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, index=2}",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, index=2, memory=V4L2_MEMORY_MMAP, m.offset=0x1000, length=7, bytesused=3, flags=V4L2_BUF_FLAG_MAPPED|V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC|V4L2_BUF_FLAG_TSTAMP_SRC_EOF, ...}");
	tell(VIDIOC_DQBUF, (long)P(buffer), "VIDIOC_DQBUF", "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE}",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, index=2, memory=V4L2_MEMORY_MMAP, m.offset=0x1000, length=7, bytesused=3, flags=V4L2_BUF_FLAG_MAPPED|V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC|V4L2_BUF_FLAG_TSTAMP_SRC_EOF, timestamp={tv_sec=5, tv_usec=6}, ...}");
	buffer.memory = V4L2_MEMORY_USERPTR;
	buffer.flags = 0;
	tell(VIDIOC_QBUF, (long)P(buffer), "VIDIOC_QBUF",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, index=2}",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, index=2, memory=V4L2_MEMORY_USERPTR, m.userptr=0x1000, length=7, bytesused=3, flags=V4L2_BUF_FLAG_TIMESTAMP_UNKNOWN|V4L2_BUF_FLAG_TSTAMP_SRC_EOF, ...}");
	tell(VIDIOC_DQBUF, (long)P(buffer), "VIDIOC_DQBUF", "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE}",
	     "{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, index=2, memory=V4L2_MEMORY_USERPTR, m.userptr=0x1000, length=7, bytesused=3, flags=V4L2_BUF_FLAG_TIMESTAMP_UNKNOWN|V4L2_BUF_FLAG_TSTAMP_SRC_EOF, timestamp={tv_sec=5, tv_usec=6}, ...}");
	tell(VIDIOC_STREAMON, (long)W, "VIDIOC_STREAMON", "[V4L2_BUF_TYPE_VIDEO_CAPTURE]",
	     "[V4L2_BUF_TYPE_VIDEO_CAPTURE]");
	tell(VIDIOC_STREAMOFF, (long)W, "VIDIOC_STREAMOFF", "[V4L2_BUF_TYPE_VIDEO_CAPTURE]",
	     "[V4L2_BUF_TYPE_VIDEO_CAPTURE]");
	tell(VIDIOC_G_STD, (long)W, "VIDIOC_G_STD", "0x10000000", "[0x200000001]");
	tell(VIDIOC_S_STD, (long)W, "VIDIOC_S_STD", "[0x200000001]", "[0x200000001]");
	tell(VIDIOC_G_INPUT, (long)W, "VIDIOC_G_INPUT", "0x10000000", "[1]");
	tell(VIDIOC_S_INPUT, (long)W, "VIDIOC_S_INPUT", "[1]", "[1]");
}

static void changed(void)
{
	struct v4l2_requestbuffers requested = { 4, V4L2_BUF_TYPE_VIDEO_CAPTURE, V4L2_MEMORY_MMAP };
	struct v4l2_buffer buffer = { .type = V4L2_BUF_TYPE_VIDEO_CAPTURE };
	struct v4l2_queryctrl query = { V4L2_CTRL_FLAG_NEXT_CTRL, V4L2_CTRL_TYPE_BUTTON, "name" };
	struct v4l2_query_ext_ctrl wide = { V4L2_CID_CONTRAST, V4L2_CTRL_TYPE_BUTTON, "name" };
	struct v4l2_control control = { V4L2_CID_BRIGHTNESS, 7 };
	struct v4l2_format format = WITH_PIX(V4L2_BUF_TYPE_VIDEO_CAPTURE);
	struct v4l2_streamparm stream = { V4L2_BUF_TYPE_VIDEO_CAPTURE };
	struct v4l2_tuner tuner = { 1 };
	struct v4l2_frmsizeenum size = { 1, 2, V4L2_FRMSIZE_TYPE_DISCRETE, .discrete = { 3, 4 } };
	struct v4l2_ext_control *list = (struct v4l2_ext_control *)(PLACE + 0x1000);
	struct v4l2_ext_controls all = { .ctrl_class = V4L2_CTRL_CLASS_USER,
					 .count = 1,
					 .controls = list };
	static const char zero[] = "{id=0 /* V4L2_CID_??? */, size=0, value=0, value64=0}";

	CHANGED(95, VIDIOC_REQBUFS, P(requested),
		"{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, memory=V4L2_MEMORY_MMAP, count=4 => 5}");
	CHANGED(96, VIDIOC_DQBUF, P(buffer),
		"{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, index=0, memory=0 /* V4L2_MEMORY_??? */, length=5, bytesused=5, flags=V4L2_BUF_FLAG_TIMESTAMP_UNKNOWN|V4L2_BUF_FLAG_TSTAMP_SRC_EOF, timestamp={tv_sec=21474836480, tv_usec=0}, ...}");
	CHANGED(95, VIDIOC_QUERYCTRL, P(query),
		V("{id=V4L2_CTRL_FLAG_NEXT_CTRL|0 /* V4L2_CID_??? */ => 0x5 /* V4L2_CID_??? */, type=V4L2_CTRL_TYPE_INTEGER64, name=\"\\5\", minimum=0, maximum=0, step=0, default_value=0, flags=0}",
		  "{id=V4L2_CTRL_FLAG_NEXT_CTRL|0 /* V4L2_CID_??? */ => 0x5 /* V4L2_CID_??? */, type=V4L2_CTRL_TYPE_INTEGER64, name=\"\\5\", ...}"));
	CHANGED(95, VIDIOC_QUERY_EXT_CTRL, P(wide),
		V("{id=V4L2_CID_CONTRAST => 0x5 /* V4L2_CID_??? */, type=V4L2_CTRL_TYPE_INTEGER64, name=\"\\5\", minimum=0, maximum=0, step=0, default_value=0, flags=0, elem_size=0, elems=0, nr_of_dims=0, dims=[]}",
		  "{id=V4L2_CID_CONTRAST => 0x5 /* V4L2_CID_??? */, type=V4L2_CTRL_TYPE_INTEGER64, name=\"\\5\", ...}"));
	CHANGED(95, VIDIOC_S_CTRL, P(control), "{id=V4L2_CID_BRIGHTNESS, value=7 => 5}");
	CHANGED(96, VIDIOC_G_FMT, P(format),
		"{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, fmt.pix={width=5, height=480, pixelformat=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */, field=V4L2_FIELD_NONE, bytesperline=1280, sizeimage=5, colorspace=V4L2_COLORSPACE_SRGB}}");
	CHANGED(96, VIDIOC_S_FMT, P(format),
		"{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, fmt.pix={width=640, height=480, pixelformat=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */, field=V4L2_FIELD_NONE, bytesperline=1280, sizeimage=614400, colorspace=V4L2_COLORSPACE_SRGB}} => {fmt.pix={width=5, height=480, pixelformat=v4l2_fourcc('Y', 'U', 'Y', 'V') /* V4L2_PIX_FMT_YUYV */, field=V4L2_FIELD_NONE, bytesperline=1280, sizeimage=5, colorspace=V4L2_COLORSPACE_SRGB}}");
	CHANGED(96, VIDIOC_S_PARM, P(stream),
		"{type=V4L2_BUF_TYPE_VIDEO_CAPTURE, parm.capture={capability=0, capturemode=0, timeperframe=0/0, extendedmode=0, readbuffers=0}} => {parm.capture={capability=0, capturemode=V4L2_MODE_HIGHQUALITY|0x4, timeperframe=0/0, extendedmode=0, readbuffers=0}}");
	CHANGED(96, VIDIOC_G_TUNER, P(tuner),
		"{index=1, name=\"\", type=0 /* V4L2_TUNER_??? */, capability=0, rangelow=0, rangehigh=0, rxsubchans=0, audmode=V4L2_TUNER_MODE_MONO, signal=0, afc=0}");
	memset(list, 0, 5 * sizeof(*list));
	CHANGED(95, VIDIOC_G_EXT_CTRLS, P(all),
		text("{ctrl_class=V4L2_CTRL_CLASS_USER, count=1, controls=[%s]}", many(5, zero)));
	CHANGED(95, VIDIOC_S_EXT_CTRLS, P(all),
		text("{ctrl_class=V4L2_CTRL_CLASS_USER, count=1, controls=[%s]} => {controls=[%s]}",
		     zero, many(5, zero)));
	/* what kind it is, the kernel tells */
	CHANGED(96, VIDIOC_ENUM_FRAMESIZES, P(size),
		"{index=1, pixel_format=v4l2_fourcc('\\x02', '\\x00', '\\x00', '\\x00'), type=0x5 /* V4L2_FRMSIZE_TYPE_??? */}");
}

int main(int argc, char **argv)
{
	pid_t supervisor = device_begin(argc, argv);

	if (supervisor < 0)
		return 0;
	formats();
	streams();
	controls();
	extended();
	buffers();
	changed();
	supervise_end(supervisor);
	return 0;
}
