/// Which characters look alike: made by `Scripts/make-lookalike-table.py`; not edited by hand.
///
/// Words of `SKELETON=CHARACTERS`: code points in base 36, of the skeleton with `-` between, of the characters with
/// `.` between, each the distance from the one before.
enum LookalikeTable {
    static let packed: String = """
        y=je.1g.8.53x.nd.1.2.350.14vz z=1e8v.4k 10=1e95.4b 11=19m.548.17vc.4b 12=x2w.h60.4m 13=2o.gp.2.1.1.1.a.2.1.15.\
        h2.3.2y5.hu.1u4.1.2.n.3.qqe.1.ha3.1l 13-13=6cz.3 13-13-13=6d0.3 13-13-13-13=6dz 13-32=95 14=6f1.g.1cr.a.1pe.14\
        iy.6v.4.w.4.4r 14-14=948 14-1e-15=779 14-1e-33-15=77r 14-1f-15=77a 14-1g-15=77b 14-1h-15=77c 14-1i-15=77d 14-1\
        j-15=77e 14-1k-15=77f 14-1l-15=77g 14-2p-15=78c.2iyc 14-2q-15=78d.2iyc 14-2r-15=78e.2iyc 14-2s-15=78f.2iyc 14-\
        2t-15=78g.2iyc 14-2u-15=78h.2iyc 14-2v-15=78i.2iyc 14-2w-15=78j.2iyc 14-2y-15=78l.2iyc 14-2z-15=78m.2iyc 14-30\
        -15=778.1c.3.2iy9.3 14-30-1e-15=77j 14-30-1f-15=77k 14-30-1g-15=77l 14-30-1h-15=77m 14-30-1i-15=77n 14-30-1j-1\
        5=77o 14-30-1k-15=77p 14-30-1l-15=77q 14-30-30-15=77i 14-30-33-15=77h 14-32-15=78p.2iyc 14-33-15=78q.2iyc 14-3\
        4-15=78r.2iyc 14-35-15=78s.2iyc 14-36-15=78t.2iyc 14-36-32-15=78o.2iyc 14-37-15=78u.2iyc.8 14-38-15=78v.2iyc 1\
        4-39-15=78w.2iyc 14-3a-15=78x.2iyc 14-3a-3a-15=78y.2iyc 14-3c-15=78z.2iyc 14-3d-15=790.2iyc 14-3e-15=791.2iyc \
        14-3cw-15=9vk 14-3cw-3fl-15=9vy 14-3cy-15=9vl 14-3cy-3fl-15=9vz 14-3cz-15=9vm 14-3cz-3fl-15=9w0 14-3d1-15=9vn \
        14-3d1-3fl-15=9w1 14-3d2-15=9vo 14-3d2-3fl-15=9w2 14-3d3-15=9vp 14-3d3-3fl-15=9w3 14-3d5-15=9vq 14-3d5-3fl-15=\
        9w4 14-3d7-15=9vr 14-3d7-3fl-15=9w5 14-3d7-3ft-3d8-3fp-3cy-15=9wd 14-3d7-3ft-3de-3fy-15=9we 14-3d8-15=9vs 14-3\
        d8-3fl-15=9w6 14-3d8-3fy-15=9wc 14-3da-15=9vt 14-3da-3fl-15=9w7 14-3db-15=9vu 14-3db-3fl-15=9w8 14-3dc-15=9vv \
        14-3dc-3fl-15=9w9 14-3dd-15=9vw 14-3dd-3fl-15=9wa 14-3de-15=9vx 14-3de-3fl-15=9wb 14-3g3-15=9wg 14-9mz-15=9wh.\
        2gip 14-9n3-15=9wn 14-fer-15=9wm 14-fex-15=9wi.2gin 14-fh9-15=9wo 14-fis-15=9wk 14-fkz-15=9x5 14-flt-15=9x9 14\
        -fm9-15=9xd 14-g31-15=9wl 14-gc4-15=9x4 14-gd9-15=2qfb 14-gg1-15=9wp 14-ggk-15=9xb 14-glp-15=9x0 14-gos-15=9x6\
         14-h5n-15=9wj 14-h7j-15=9wv 14-i1y-15=9x7 14-i2x-15=2qf7 14-jf7-15=2qf9 14-k0n-15=2qfc 14-k4l-15=9ww 14-kco-1\
        5=9wq 14-kcp-15=9wy 14-kdk-15=9wt 14-kdo-15=2qf4 14-kkq-15=9wx 14-ldg-15=9ws 14-m7f-15=9wr 14-m9l-15=2qf8 14-m\
        m1-15=9x1 14-nh3-15=2qfa 14-nhf-15=9x8 14-ny6-15=9wz 14-nz1-15=9x3 14-nzh-15=9xc 14-pnu-15=9xe 14-po3-15=9xf 1\
        4-rs1-15=9x2 14-rt3-15=9xa 14-ssx-15=9wu 15=6f2.g.1cr.a.1pe.14iy.6v.4.w.4.4r 15-15=949 16=6dq.cp.17ii.4p.t1 17\
        =4j1.1vx.g.1e3.15sk.mx.4p.pc 18=6ca.q8v.hlj.1s.58 19=k7.5rt.1.1.1.1c.1k.g.av.138.16e4.1d.4q 19-1a=wla 1a=1dc.4\
        z8.q8k.7q.hfo.58 1a-18=wl7 1a-1a=6cl.q8l.hme 1a-1a-1a=6cm.17ub 1b=4l1.1sc.3.cx.nw.gq.fh.zv.8g.4b.79.7p.5ef.yxc\
        .3e.15m9 1b-1b=8hp 1b-1b-1b=8hn 1b-9mr-9mw=a3t 1e=4y.3yl.2bn.rj.m8.p66.her.16ta.a.a.a.a.73u 1e-18=2q6b 1e-1a=7\
        7t 1e-1b-1f=6l0 1e-1b-1h=6l2 1e-1e=9xu 1e-1e-k4l=a9h 1e-1e-m9l=a5q 1e-1f=9xv 1e-1f-k4l=a9i 1e-1f-m9l=a5r 1e-1g\
        =9xw 1e-1g-k4l=a9j 1e-1g-m9l=a5s 1e-1h=9xx 1e-1h-k4l=a9k 1e-1i=9xy 1e-1i-k4l=a9l 1e-1j=9xz 1e-1j-k4l=a9m 1e-1k\
        =9y0 1e-1k-k4l=a9n 1e-1l=9y1 1e-1l-k4l=a9o 1e-30=9xt 1e-30-k4l=a9g 1e-30-m9l=a5p 1e-33=777 1e-33-1a=78b 1e-33-\
        k4l=a9f 1e-33-m9l=a5o 1e-k4l=a8x 1e-kco=a0x 1e-m9l=a56 1f=4z.6a8.rj.m8.16kx.51z.w.h2p.jij.157.a.a.a.a.73u 1f-1\
        8=2q6c 1f-1a=77u 1f-1b-1g=5a 1f-1b-1h=6l3 1f-1b-1k=6l8 1f-1e=9y4 1f-1f=9y5 1f-1g=9y6 1f-1h=9y7 1f-1i=a0h 1f-1j\
        =a0i 1f-1k=a0j 1f-1l=a0k 1f-30=9y3 1f-30-k4l=a9q 1f-33=9y2 1f-33-k4l=a9p 1f-k4l=a8y 1f-kco=a0y 1f-m9l=a57 1g=3\
        wu.2hy.g.rj.m8.q3f.ghi.16ta.a.a.a.a.73u 1g-18=2q6d 1g-1a=77v 1g-1b-1h=6l4 1g-1e=a0n 1g-1f=a0o 1g-1g=a0p 1g-1h=\
        a0q 1g-1i=a0r 1g-1j=a0s 1g-1k=a0t 1g-1l=a0u 1g-30=a0m 1g-33=a0l 1g-k4l=a8z 1g-kco=a0z 1g-m9l=a58 1h=6et.g.rj.m\
        8.16kx.16ta.a.a.a.a.73u 1h-18=2q6e 1h-1a=77w 1h-1b-1i=6l6 1h-1b-1k=6l9 1h-33=a0v 1h-k4l=a90 1h-kco=a10 1h-m9l=\
        a59 1i=sx.w.33x.2h4.g.rj.m8.q49.ggo.16ta.a.a.a.a.73u 1i-18=2q6f 1i-1a=77x 1i-k4l=a91 1i-kco=a11 1i-m9l=a5a 1j=\
        6ev.g.rj.m8.16kx.15ob.14z.a.a.a.a.73u 1j-18=2q6g 1j-1a=77y 1j-1b-1k=6la 1j-k4l=a92 1j-kco=a12 1j-m9l=a5b 1k=f6\
        .1.1jb.3k.3pv.mz.g.rj.m8.16kx.si.160s.a.a.a.a.73u 1k-18=2q6h 1k-1a=77z 1k-k4l=a93 1k-kco=a13 1k-m9l=a5c 1l=1yl\
        .3e.75.ed.3rg.g.rj.m8.16kx.51v.a.m.a.11q9.a.a.a.a.73u 1l-18=2q6i 1l-1a=780 1l-k4l=a94 1l-kco=a14 1l-m9l=a5d 1m\
        =k0.14.i9.3fn.7r.6.1n5.d8.ptz.i4.h3e.1u.5h.1nr 1m-1m-1p=8dw 1n=1e6s.1s.5j 1o=jm.3g6.hm.1vr.1f9.16gm.54.15p6 1o\
        -1o=6sq 1o-1o-1o=6vs 1p=3y8.2gs.g.2pg.gw.mzj.hnr.53 1p-1p=8dx 1p-1p-1p=8dy 1q=jn.3g0.2dj.1f9.16gm.55.m5d.jjs 1\
        q-1o=8f9 1q-1q=6sr.1it 1q-1q-1q=6vt 1r=ic.1d5.20h.t31.wj.gbc.1s.5l 1r-1r=6dj 1r-30=6dk 1s=1e97.51 2j=1e87.6s 2\
        k=6qe.14n.fc.4.zt.k2.5lu.ysy.5w.15n7.18 2k-2k=762.1pr 2l=1e88.6t 2m=jo.2.1dvc 2n=1e7n.1.p.1.1.6o 2p=4q.br.8w.w\
        .2n.w.322.ez.1gn.n.2.nf.kq.8s.q.1i5.nsx.1ak.giv.w.nz.lgg.jwg.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q\
        .u.q.w.q.w.q.w.q.w.q.51i 2p-13=61m 2p-1a-36-32-1a=a82 2p-1b-2r=6io 2p-1b-36-32=a8v 2p-1b-37=6ip 2p-2p=x0y.1 2p\
        -2t=5i.w.ry.1.4t4.1aae 2p-33=x10.1 2p-36=2rd3 2p-39=a5v.mv7.1 2p-3a=x14.1.1.1 2p-3d=x18.1 2q=as.1.el.w.u.1u.q.\
        6.q.32b.11.8.3a.8t.20.1ah.4u.p.rp.p7.q.pa7.kk.1.ru.ghv.w.n4.v.2o.15a8.q.q.q.q.q.1g.q.q.q.q.q.q.q.q.q.q.q.q.q.q\
        .q.q.q.q.u.1m.1m.1m.1m.528 2q-13=420 2q-2p-36=a5w 2q-35=a83 2r=s2.7.14.w.2x.1.304.1pg.3l.48.o6.17.1s.g.mz.q.1j\
        m.1.nqt.m0.ql.ghg.w.nz.2o.7n.14.67.3wt.9.10y8.q.q.q.q.q.q.q.q.q.1g.1g.q.q.q.q.q.q.q.q.q.q.q.q.59b.7.17e 2r-1b-\
        2z-2v=a86 2r-1b-33=6it 2r-1b-39=6iu 2r-2p-30=a6g 2r-2r=a84 2r-2s=a85.2fzc 2r-33-1a=a87 2r-36-32=a71 2r-36-32-1\
        e=a74 2r-36-32-1f=a78 2s=zk.1.2vz.1z.3s.a7.c.1fq.o.sd.1.14.g.mz.q.pa7.1.1b1.1z.gh9.w.160v.q.q.q.q.q.q.q.q.q.q.\
        q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.59i 2s-13=41z 2s-2p=a5u 2s-2q=a88 2s-2y=2qa8 2s-30=a6v 2s-36-32=a5z 2s-36-32-1e=\
        a60 2s-36-32-1f=a61 2s-3e=ck.1.1.17.1.1.4w.1fj8 2t=ph.w.1s.w.w.3r.1.2y7.1vp.o.nc.4d.1.1.n.c8.cb.q.1np.nnb.18i.\
        22.gix.w.n5.4dc.8.o.8.10za.q.q.q.q.q.26.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.u.1m.1m.1m.1m.528 2t-36-2v=a19 2t-3a\
        =a1a 2u=an.gt.1.af.1c.374.1kc.71.f4.38.p6.q.pag.jf.1.2i.n6.gkx.w.n5.u.hs.3ul.w.10lt.du.q.q.q.q.q.1g.q.q.q.q.q.\
        q.q.q.q.q.q.q.q.q.q.q.q.q.8r.50r 2u-2p-3c=6kb 2u-2u=1dkw 2u-2u-30=1dkz.1 2u-30=1dkx.1 2u-36-32=a6x 2v=b1.5w.iz\
        .1.1w.1c.2tb.1f.8.1tk.q.1i.v.o8.qa.q.pa8.k6.ro.gif.w.160v.q.q.q.q.q.q.1g.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.59i\
         2v-2p-30=a9r 2v-2q=a6f 2v-2w-3e=a6r 2v-34-2p=a7g 2v-3d=a89 2w=j4.6f.w.2u.w.3h.1.3p.1c.2tn.7.ca.1iw.o1.3a.1.1.\
        1.q7.q.1iv.1.nrs.1b8.7.gie.w.p3.15bs.q.q.1g.q.1g.q.q.1g.1g.q.q.q.q.q.q.q.q.q.q.q.q.t.1m.1m.1m.1m.529 2w-2p=a8a\
         2w-2v=a18 2w-34=a8b 2w-34-2p=a5t 2w-3a=2q8a 2w-3e=a6o 2y=il.l.5p.38.l.28.30z.6a.1pl.sz.om.q.1ib.nrx.k9.qx.gj3\
        .w.160v.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.59i 2z=pm.w.1i.16.w.33g.kv.19e.o.nb.tm.q.1iy.1.nr6.1\
        cv.ghh.w.159.14vm.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.t.1m.1m.1m.1m.529 2z-2p=a6c 2z-2q=a6d 2z-2\
        r-2p-30=a6h 2z-2v=a6n 2z-2w-3e=a6p 2z-2z=a8d 2z-30=a6w 2z-34-2p=a7e 2z-36-32=a72.1c 2z-36-32-1e=a76 2z-36-32-1\
        f=a7a 2z-38=a8f 2z-3a=a7s 2z-3a-3a=a7y 2z-qx=a80 30=x.g.o.w.j.1p.3c.2t.16.3.4m.1.35.6.49.v.w.25.28.2y.f.f6.2ic\
        .1l.5o.ev.fm.ua.3.16.1v.1.jv.g.m.3d.1.1.1.12.f.o.c.4.c.4n.9c.3u.2r.2m.3.n.3.it.102.1.1p.1.3i.2.nm8.h.9g.1.9z.q\
        v.1l.g9z.1u.4q.g.o.3.t.3.g.3w.iq.3j.n.6z.14.6b.i8.3cd.f.h.f.h1g.i.jk2.da.3.n.3.n.3.n.3.n.3.n.3.1d.3.n.3.n.3.q.\
        n.3.n.3.n.3.n.3.n.3.n.3.n.3.n.3.n.3.n.3.n.3.n.3.n.3.n.3.n.3.f.c.q.w.q.w.q.w.q.w.q.t.a.a.a.a.4zl.3.246 30-18=2q\
        6a 30-1a=77s 30-1b=6lb 30-1b-1e=59 30-1b-1f=6kz 30-1b-1g=58 30-1b-1h=6l1 30-1b-1i=6l5 30-1b-1j=6kw 30-1b-1k=6l\
        7 30-1b-1l=6kx 30-1b-30-33=6ky 30-1e=76z 30-1e-1a=783 30-1e-k4l=a97 30-1e-kco=a17 30-1e-m9l=a5g 30-1f=770 30-1\
        f-1a=784 30-1f-k4l=a98 30-1f-m9l=a5h 30-1g=771 30-1g-1a=785 30-1g-k4l=a99 30-1g-m9l=a5i 30-1h=772 30-1h-1a=786\
         30-1h-k4l=a9a 30-1h-m9l=a5j 30-1i=773 30-1i-1a=787 30-1i-k4l=a9b 30-1i-m9l=a5k 30-1j=774 30-1j-1a=788 30-1j-k\
        4l=a9c 30-1j-m9l=a5l 30-1k=775 30-1k-1a=789 30-1k-k4l=a9d 30-1k-m9l=a5m 30-1l=776 30-1l-1a=78a 30-1l-k4l=a9e 3\
        0-1l-m9l=a5n 30-1r=6dl 30-2y=8i.1.44.1.1 30-30=ch.5zp.12.85.g.50.g5.18wd 30-30-1a=782 30-30-30=6le.g 30-30-k4l\
        =a96 30-30-kco=a16 30-30-m9l=a5f 30-32=a8c.5 30-33=73c.3l.m8 30-33-1a=781 30-33-2v=a8i 30-33-k4l=a95 30-33-kco\
        =a15 30-33-m9l=a5e 30-36-32=a8g 30-37=iy.1fjj 30-38=6gm 30-38-2s=a1b 30-39=a62 30-3a=6lf.g 30-3c=6lk.g.3mj 30-\
        3e=iz.1fjj 30-3zb=8v.1.3uf 30-k4l=a8w 30-kco=a0w 30-m9l=a55 32=bh.5x.8b.bv.4.18.4.2jo.1.dp.1rg.38.k1.q.3g.7o.4\
        9.e9.q.1j1.1.nr9.l.htl.w.151.14j6.co.q.q.q.q.q.q.q.q.q.q.q.1g.q.q.q.q.q.q.q.q.q.q.q.q.t.1m.1m.1m.1m.529 32-2p=\
        a69 32-2u=a6j 32-2y=cq.1.1 32-33=6ja 32-36-32=a6y 32-37=a7l 32-3a=a7p 32-3a-3a=a7v 33=1c.3u.kl.4.s.3.1.n.1.1v.\
        w.7r.1c.a8.hd.3k.3k.3k.1m.1y.3k.3k.3k.1m.1y.6i.3k.99.z.5b.cx.1wy.1p.28.2.17.m.m6.g.i.4i.5v.9q.9r.q.c.1is.1.51.\
        j7.n3g.18q.gk3.v.w.n7.p.9l.14.46.14.18.33u.rc.d.2.h.d.2.9.10z2.q.q.q.q.q.q.1g.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.\
        q.u.4.7.f.3.1.s.4.7.f.3.1.s.4.7.f.3.1.s.4.7.f.3.1.s.4.7.f.3.1.i.a.a.a.a.4yf.1d.242 33-13=3vo.tzk 33-18=2q69 33\
        -1a=2q68 33-1b-1f=6mh 33-2t=9e.1.wx2 33-33=6qm.q62.1.51.1 33-3a=a5x 33-m9l=a54 34=66.w.5d.1k.bu.w.1c.6.1.14.w.\
        336.3v.1qp.o.i.mq.3j.gr.9d.q.1j7.1.nqm.1cx.ghq.w.n9.15dm.q.q.q.q.q.q.q.q.q.q.q.1g.q.q.q.q.q.q.q.q.q.q.q.q.v.q.\
        e.i.q.e.i.q.e.i.q.e.i.q.e.513 34-13=41y 34-1a-36-32-1a=a8o 34-2p=a68.15 34-2r=a5y 34-2u=a6i 34-2w=a8n 34-34-36\
        -32=a8p 34-34-3a=2q8e 34-36=a8q 34-37=a7k 34-38-2t=9xs 34-3a=a7o 34-3a-3a=a7u 35=10a.1.o.3.19.3.5h0.q4.q.1o5.o\
        7z.h8d.w.1n8.14dn.q.q.q.q.q.q.q.q.q.q.q.1g.q.q.q.q.q.q.q.q.q.q.q.q.59i 35-2t=2rcw 36=bq.62.1f.9s.w.31q.1d.c5.o\
        d.tu.p.10.qg.1.1.q2.q.1ib.1.nry.19g.1.15.g.x.gi8.w.12a.14.l09.jj5.e3.q.q.q.q.q.1g.q.q.1g.1g.q.q.q.q.q.q.q.q.q.\
        q.q.q.58x.l 36-13=wg.1 36-2p-2s=a7h 36-2p-2s-1b-37=a7i 36-2p-2s-1b-37-1e=a7j 36-32=25.w.20.kn.w.1q.1.x.w.323.f\
        t.6e.19f.n.nc.4b.1o.g.n7.q.1j0.1.nra.19u.1i.giu.w.o3.2p.3xr.df.10yx.q.q.q.q.q.1g.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q\
        .q.q.q.t.1m.1m.1m.1m.529 36-32-1b-37=a7b 36-32-1b-37-1e=a7c 36-32-1e=a75 36-32-1f=a79 36-32-2p=a6b 36-32-2q=a6\
        e.26.2h7b 36-32-2r=2q96 36-32-2s=2q97 36-32-2v=a6m 36-32-2w-3e=a6q 36-32-30=a6u 36-32-30-30=a8l 36-32-33-30=a8\
        m 36-32-34-2p=a7f 36-32-36=2q98 36-32-36-32=a70 36-32-36-32-1e=a73 36-32-36-32-1f=a77 36-32-37=a7n 36-32-3a=a7\
        r.2.2g0i 36-32-3a-3a=a7x.2 36-32-qx=a81 36-37=6g8 37=cc.1.85.83.28.6y.1c.2ty.5.zl.q.1ie.tp.q.pa8.gf.vo.5.gi1.w\
        .n7.ay.14.40p.w.h2x.jx4.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.59i 37-2s=2q8c 37-36=a8r 37-36-32=6j\
        k 37-37=67.3rl.8.1ut.9.8o.2exx.1m.1m.1m.1m.52a 37-37-37=2rfg 37-38=1dl1.1 37-3a=a8s 38=bv.e1.w.2m.w.31c.t.1qd.\
        1.57.n.2m.kn.eg.f9.q.l2.y5.1.nql.1b2.t.git.w.n7.q.2s.49z.h1q.jyh.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q\
        .q.q.u.1m.1m.1m.1m.528.17p 38-2t-30=6jl 38-2u=x2v 38-2w-3e=a6s 38-36-32=6jm 38-37=iu.1fk6 39=c2.61.8q.aw.1c.2g\
        z.gc.1qo.11.n.c.2c.1.vl.49.ef.q.pao.iy.1.q7.4.d.gk6.w.12x.14.3wi.w.h2i.jwy.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q\
        .q.q.q.q.q.q.q.1k.1m.1m.1m.1m.51i 39-13=413 39-2t=5t7 39-33=xur 3a=ql.53.1.hu.2jm.2e.1rl.1n.a.sf.g.50.49.ei.q.\
        1i0.57.nn2.e1.y2.gi5.w.153.3jd.be.w.h1k.jk5.eg.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.1b.1m.1m.1m.1\
        m.51r 3a-1b-36-32=a8u 3a-2q=2rfw 3a-30=6lh.g 3a-30-30=6li.g 3a-30-30-30=6lj.g 3a-3a=2f.w.85.5v.20.bt.1.57.1.k.\
        1c.2tu.k.d.ez.1f6.x.o.1gy.q.pac.1ax.k.d.gib.w.4oj.4.1.d3.9.10kz.dw.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q\
        .q.q.q.59i 3a-3a-2q=a8t 3a-3a-2r=2q8f 3a-3a-3e=2q7i 3c=5z.ek.5g.w.2m.w.3cs.1o.6o.1.21.1y4.5y.g.no.q.3w.qg.1.77\
        .hp.1.4w.nm6.js.ps.gkl.w.mw.10.2r.b.ed.3wl.10yz.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.t.1m.1m.1m.1\
        m.529 3c-30=6lm.g 3c-30-30=6ln.g 3d=b8.5r.18.15.14.4z.i.e.v.29.w.2z.1.2ew.jm.8.c.6g.1ky.53.9.11.aa.1.fy.1.pc.q\
        .1j4.1.nr7.19q.v.k.gj0.w.nt.zk.3ci.1k.h0r.1o.jx1.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.q.8.i.8.w.i.8\
        .w.i.8.w.i.8.w.i.8.524 3e=pi.w.365.1un.49.o9.4.pz.q.p9v.1br.giv.w.pn.4ac.r.5.s.10z8.q.q.q.q.q.q.q.q.q.1g.1g.q.\
        q.q.q.q.q.q.q.q.q.q.q.a.1m.1m.1m.1m.52s 3f=7sk.16f7.10.74.15fd 3h=7sl.16f7.10.75 3i=6dv.dl.17oi 4j=6g4.183h 4m\
        =1ejo 4s=1ejm 4w=6qg.qb.r.1my.15fi 4w-2r=6ir 4w-2u=6ix 52=94v 6o=5um 6v=7tj 6w=8xt.ovx.i90 87=sr.28.5o4.qnd.iv\
        x 8o=5qj.2f9c.j.13.j.13.j.13.j.13.j 97=5sh ao=v6.1.15.1.4qi at=wwt bi=2kzs.1m.1m.1m.1m bs=rs.1.4zf.r34.1 ci=1g\
        3c d9=b3.5m.hr.1.4t5.o.ne.a7.27r.nnb f1=c7.63.ge.1.2du.2bk.7f.2z2.1.o7x.1 fr=11h.1c.2jw0 fw=4i.1ef2 gb=5u8 gd=\
        wi.1 gf=4l.sr.1.1dmc gg=5s4 gi=5uj gj=1g1x gk=or.3m.4yb.1v.ts.1.pxz.itk.14 gl=5ul gm=1g23 gn=1g24 go=1g26 gr=s\
        k.28.58.1.2wq.1vk.o1.2j.dp.1w4.1.oax.1.so.hgm.14.l50.jjo.x1.m.10.m.10.m.10.m.10.m gs=t3.w.4wh.1w.2b gu=1fdm.14\
        .nh gv=5up gw=1g2b gy=1g2a h0=1g29 h1=5ur h2=j5.3ep.8.syi.1 h3=1g2f h4=be.4j.5dq.1.14.3 h7=xum h8=1g2j h9=5ux \
        ha=1g2m hc=11m.1c.2i1.74.22y hd=5v0 hf=5v3 hg=5v4 hh=pk.w.p.z.3i.1.39.1.2xh.19.1xi.e.yf.7.5r.1xh.o49.1.ub.19.1\
        m5b.wl.a.g.k.c.a.g.k.c.a.g.k.c.a.g.k.c.a.g.k.66n hi=1g2r hj=1fdj.14.o5 hk=py.w.f.27.w.2rg.xc.19s.9.21.2yg.1.16\
        a0.15vu.q.8.o.q.8.o.q.8.o.q.8.o.q.8 hl=j8 hm=1g2u hn=j9 hp=1g2w hq=1g2x hr=6jt hs=1g2y ht=ja hu=5v7 hv=5v8.p8.\
        5t.q.272.ow4 hv-hv=6r0 hv-hv-hv=6r1 hv-hv-hv-hv=8b0 hw=1g2g i0=1g33 i1=3ws.1yi.s12 i2=4dq.6.1hf.og i4=1dk.2m1.\
        1rq.43.325.nn2.dl.i4f.f7.14.l0l i5=5ql.s4c i6=1g2o i8=5vg i9=5vh id=kk ig=6u1.og.s7.nt.174s ih=1g1w ii=x3w.1.i\
        91.14 ij=1g2c ik=5tk.1a8u il=5uw in=5uz ip=wy5.j52 iq=1g38 is=1g22 it=1g21 iv=1g32 iw=1g2z ix=1g28 jj=k3.hy jr\
        =wvy jt=7f8 jz=ol k1=1g1u kq=l7.wez kr=x04 kz=9he.14pc.9b oh=3vs.8.t1d.xz.8 on=t4.w.4wm.r6b.ih0.14.14n2 ot=x1a\
        .1 qc=11a.1c.2vp.ac.1k8.8w.o7.q5.1il.61.15xo.u.lfb.kgh.q.w.q.w.q.w.q.w.q.66t qe=2kzr.1m.1m.1m.1m qj=1fhv.14.15\
        g7.q.w.q.w.q.w.q.w.q qk=2kzx.1m.1m.1m.1m qk-2p=a6a qk-2u=a6k qk-2v=a6l qk-30=a6t qk-36-32=a6z qk-37=a7m qk-3a=\
        a7q qk-3a-3a=a7w qm=2kz9.q.w.q.w.q.w.q.w.q qo=ra.21.w.4x5.t0.3.5s.q8c.1o0s.q.g.g.q.g.g.q.g.g.q.g.g.q.g qs=5qz.\
        2f96.1m.1m.1m.1m qv=5sx.9.s17.1n5v.1m.1m.1m.1m qw=vk.1.3mv.1al9.f0.14.15fq.q.w.q.w.q.w.q.w.q qx=4dr.6.2m8.1tn.\
        1.o0r.1.a1.1.hz3.15vu.q.w.q.w.q.w.q.w.q rb=8v8 rd=1f3h.2t rh=2l6z tw=5mp u3=5rf ug=8u4.1 ui=5mu.r9y ul=6iw un=\
        5qx ux=xuo wv=6gd xj=y3.1 y0=y1.1 zj=2k1u 12d-136=13b 12j=3ou 12p=3o4 12s=3k6 12s-12d=1dlg 12s-12j=1dlh 12s-12\
        l=1dlj 12s-12u=1dlf 132-12u=1dli 15c=6k5.171o 15c-15o=1dn3 15d=6k6 15e=6k7 15f=6k8.171m 15g=1dlv 15n=1dlw 15o=\
        1dlx 15p=1dly 15u=1dls 160=1dlz 162=1dm0 16x=6cw 16y=6cx 170=94i 17l=1e9s 17r=1e0s.1.90.1.1.1.3.1.5.1.1baq.3k \
        17r-18j-17s-181=1e5v 17r-18k-18k-18n=1e5u 17r-19w=19x 17s=1ea7.1.1.1.1ban.w.1s.w.w 17s-17w=1ds5.47 17s-17x=1ds\
        6.47 17s-17x-18q=1e4i 17s-17y=1ds7.47 17s-17y-18q=1e3i 17s-181=1duy 17s-182=1duz 17s-18l=1ds8.2s.1f.1u 17s-18m\
        =1dv1 17s-18n=1dwg.1u 17s-18p=1ds9.2t 17s-18q=1dsa.2t 17t=1eab.1 17u=1ead.1.1.1.1bb1.w.1s.w.w 17u-17w=1dsb.46 \
        17u-17w-18l=1e1c 17u-17w-18p=1e3k 17u-17w-18q=1e3j 17u-17x=1dsc.46 17u-17x-17w=1e1d.1 17u-17x-18l=1e1f 17u-17y\
        =1dsd.46 17u-17y-18l=1e1g 17u-17y-18p=1e3m 17u-17y-18q=1e3l 17u-181=1dv4 17u-182=1dv5 17u-18l=1dse.2s.1e.1r 17\
        u-18l-17w=1e1h 17u-18l-17x=1e1i 17u-18l-17y=1e1j 17u-18l-18p=1e3o 17u-18l-18q=1e3n 17u-18m=1dv7 17u-18n=1dwl.1\
        r 17u-18p=1dsf.2t 17u-18q=1dsg.2t 17v=1eah.1.1.1.1bay.w.1s.w.w 17v-17w=1dsh 17v-181=1dva 17v-182=1dvb 17v-18l=\
        1dsi.2u.1a.1r 17v-18m=1dvd 17v-18n=1dye 17v-18p=1dsj.2v 17v-18q=1dsk.2v 17w=1eal.1.1.1.1baa.w.w.w.w.w 17w-17x=\
        1dsl.42 17w-17x-18p=1e3q 17w-17x-18q=1e4e 17w-18k-17w-18k-17r-18k-18n=1e63 17w-18l=1dsm.42 17w-18l-17x=1e1k.1 \
        17w-18l-18p=1e3r 17w-18l-18q=1e3p 17w-18p=1dz5.s 17w-18q=1dz6.s 17x=1eap.1.1.1.1bab.w.w.w.w.w 17x-17w=1dsn.42 \
        17x-17w-18q=1e4f 17x-18l=1dso.42 17x-18l-18p=1e1n 17x-18l-18q=1e1m 17x-18p=1dz3.s 17x-18q=1dz4.s 17y=1eat.1.1.\
        1.1ban.w.w.w.w.w 17y-17w=1dsp.42 17y-17x=1dsq 17y-18l=1dsr.41 17y-18p=1dz7.s 17y-18q=1dz8.s 17z=1eax.1.1ba1.3k\
        .w 180=1duj.gg.1.1bak.3k.w 181=1duk.gh.1.1bad.3k.w 181-183-18o-18k=1e5y 181-1cc-17r-18k=1e64 182=1eb3.1.1b9y.3\
        k.w 183=1eb5.1.1.1.1ba2.w.w.w.w.w 183-17w=1dss.41.3r 183-17w-17x=1e1p 183-17w-18p=1e1q 183-17x=1dst.41.3r 183-\
        17x-17w=1e1o 183-17y=1dsu.41.3r 183-17y-18p=1e3s 183-17y-18q=1e4m 183-181=1dzi.s 183-18l=1dsv.41.1j 183-18l-17\
        w=1e1t 183-18l-17x=1e1r.1 183-18l-18l=1e1u.1 183-18n=1dyg.21 183-18p=1dyz.s 183-18q=1dz0.s 184=1eb9.1.1.1.1ba4\
        .w.w.w.w.w 184-17w=1dzd.s.8.a 184-17w-18q=1e21 184-17x=1dze.s.8.a 184-17x-18l=1e1z.1 184-17x-18q=1e3u 184-17y=\
        1dzf.s.8.a 184-181=1dzh.s 184-18l=1dyh.z.s.8 184-18l-17y=1e22.1 184-18l-18l=1e24.1 184-18n=1dyi.20 184-18p=1dz\
        1.s 184-18q=1dz2.s 185=1ebd.1.1.1.1b9x.w.w.w.w.w 185-17x=1dsw.41 185-17x-17x=1e1w.1 185-17x-18q=1e3t 185-17y=1\
        dwy 185-181=1dzj.s 185-18k-189-18l=1e5x 185-18k-18p=1e61 185-18k-18p-17r-18k-18k-18n-189-18k-18q-18n-18o-183-1\
        8k-18l=1e62 185-18k-1ci=1e5s 185-18l=1dsx.42 185-18l-18l=1e1y.2n 185-18p=1dz9.s 185-18q=1dza.s 186=1ebh.1.1.1.\
        1ba1.w.w.w.w.w 186-17w=1dsy.42 186-17x=1dsz.42 186-17x-18p=1e26 186-17x-18q=1e3v 186-17y=1dt0.42 186-17y-18l=1\
        e27.1 186-181=1dzk.s 186-18l=1dt1.42 186-18p=1dzb.s 186-18q=1dzc.s 187=1ebl.1.1.1.1b9g.2o.w.w 187-17x=1dt2.42 \
        187-18l=1dt3.7g.7 187-18l-17x=1e29.1 187-18l-18l=1e2b 187-18l-18q=1e2c 187-18p=1dyt.s 187-18q=1dyu.s 188=1ebp.\
        1.1.1.1b9u.2o.w.w 188-18l=1dt4.41.3m 189=1ebt.1.1.1.1b9f.w.w.w.w.w 189-17w=1dt5.41 189-17w-18l=1e2d.27 189-18k\
        -18q-18n=1e5z 189-18l=1dt6.41 189-18l-18l=1e2e.1 189-18l-18p=1e2g 189-18l-18q=1e46 189-18p=1dyv.s 189-18q=1dyw\
        .s 18a=1ebx.1.1.1.1b9n.w.w.w.w.w 18a-17w=1dt7.41 18a-18l=1dt8.41 18a-18l-18l=1e2h 18a-18l-18p=1e2j 18a-18l-18q\
        =1e2i 18a-18p=1dyx.s 18a-18q=1dyy.s 18g=1dyq.1.1.al.6.2.2.2.2 18h=1ec1.1.1.1.1b98.w.1s.w.w 18h-17w=1dt9.41 18h\
        -17x=1dta.41 18h-17y=1dtb.41 18h-17y-18l=1e2k.1 18h-18l=1dtc.41 18h-18l-18q=1e4h 18h-18p=1dtd.23 18h-18q=1dte.\
        23 18i=1ec5.1.1.1.1b96.w.w.w.w.w 18i-17x=1dtf.3z 18i-18k-1ci=1e5t 18i-18l=1dtg.3z 18i-18l-17x=1e2m.1i 18i-18l-\
        18l=1e2n 18i-18l-18q=1e42 18i-18p=1dth.21 18i-18q=1dti.21 18j=1ec9.1.1.1.1b8u.w.1s 18j-17r=1dtj.21 18j-17w=1dt\
        k.3w 18j-17x=1dtl.3w 18j-17y=1dtm.3w 18j-18k=1dtn.1y.1y.10 18j-18l=1dto.1y.1y.10 18j-18l-18l=1e4b.8 18j-18l-18\
        q=1e47 18j-18p=1dtp.1y 18j-18q=1dtq.1y 18k=1ecd.1.1.1.1b8r.w.w.1s.w 18k-17r=1ed1.1.1.1.1.1.1.1 18k-17w=1dtr.3u\
         18k-17w-17w=1e2r.1 18k-17w-18l=1e4a.2 18k-17w-18q=1e3w 18k-17x=1dts.3u 18k-17x-18l=1e2o.1h 18k-17x-18p=1e2q 1\
        8k-17x-18q=1e2p 18k-17y=1dtt.3u 18k-17y-18l=1e2t.1 18k-18l=1dtu.1v.1z.x 18k-18l-17x=1e2v.1 18k-18l-18q=1e3x 18\
        k-18n=1dxp 18k-18p=1dtv.1v 18k-18q=1dtw.1v 18l=1ech.1.1.1.1b8o.w.1s.w.w 18l-17r=1dvs 18l-17w=1dtx.3t 18l-17w-1\
        7x=1e30 18l-17w-17y=1e36 18l-17w-18l=1e31 18l-17w-18q=1e4g 18l-17x=1dty.3t 18l-17x-17w=1e2x 18l-17x-18l=1e2y 1\
        8l-17x-18l-17z=1e5w 18l-17x-18q=1e2z 18l-17y=1dtz.3t 18l-17y-17w=1e32 18l-17y-18l=1e33 18l-17y-18q=1e49 18l-18\
        l=1du0.1t.20 18l-18l-18q=1e41 18l-18p=1du1 18l-18q=1du2 18m=1ecl.1.1.1.1b8l.w.w.w.w.w 18m-17w=1du3.3r 18m-17w-\
        17x=1e48.5 18m-17w-18l=1e3b.1 18m-17w-18p=1e3d 18m-17w-18q=1e4n 18m-17x=1du4.3r 18m-17x-18l=1e39 18m-17x-18p=1\
        e3a 18m-17x-18q=1e43 18m-17y=1du5.3r 18m-181=1dvu 18m-182=1dvv 18m-18l=1du6.1q.21.p 18m-18l-18p=1e3f 18m-18l-1\
        8q=1e3e 18m-18m=1dvx 18m-18n=1dxy.p 18m-18p=1du7.1r 18m-18q=1du8.1r 18n=1dy1.eo.1.1.1.1b94.1s.w 18n-17w=1du9.3\
        q 18n-18l=1dua.3q 18n-18l-17w=1e37 18n-18l-18l=1e38 18n-18p=1dub 18n-18q=1duc 18o=1e9x.1.2v.1.1b87.3k.w 18o-18\
        3-18k-18l=1e60 18o-19w=19y 18p=1drc.1.38.1f.gv.1 18q=1ea1.1.1.1.2t.1.1.1.1b85.w.w.w.w.w 18q-17r=1dre.1 18q-17w\
        =1ds0.2d.1u.1v 18q-17w-18q=1e3z 18q-17x=1ds1.2d.1u.1v 18q-17x-18q=1e3y 18q-17y=1duf.1u.1v 18q-181=1dus.19 18q-\
        182=1dut.19 18q-18l=1ds2.2e.e.19.7.1v.2.h 18q-18l-18l=1e3g.1 18q-18l-18q=1e40 18q-18m=1duv.19 18q-18n=1dwb.1v.\
        2.h 18q-18o=1dri.1 18q-18p=1drt.1.1.8.2e.f.19 18q-18q=1ds4.2e.f.19 18q-19w=1a0 18q-1c6=1drm.1 18q-1c7=1drk.1 1\
        8q-1c8=1dro.1 18q-1cg=1drq.1.1 18q-1cl=1drg.1 19q=2plo.2o 19r=2plr.1s 19t=1dn4.1 1a1=1dnq.1.1.1 1a2=1dni.1.1.1\
         1a3=1dn6.1.1.1 1a6=1dna.1.1.1 1a7=1dnm.1.1.1 1a8=1dne.1.1.1 1ab=1do6.1.1.1 1ac=1do2.1.1.1 1ae=1doa.1.1.1 1af=\
        1doe.1.1.1 1ag=1doo.1 1ak=1dok.1 1al=1doi.1 1am=1dom.1 1ap=1dos.1 1aw=1doq.1 1b5=2plq.2o 1b8=1dnu.1.1.1 1ba=1d\
        ny.1.1.1 1bd=1dou.1.1.1 1bh=1dqr.1.1.1 1bj=1doy.1.1.1 1bl=1dp6.1.1.1 1bn=1dp2.1.1.1 1bu=1dpa.1.1bwe.1s 1bv=1dp\
        c.1.1.1 1by=1dpm.1.1.1 1c1=1dpi.1.1.1 1c5=1dr4.1 1c6=1dqx.1 1c7=1dqv.1 1c7-19w=19z.1ch2 1c8=1dqz.1 1c9=1dr6.1 \
        1cb=1dr2.1 1cc=1drw.1.1.1 1cg=1dr8.1.1.1 1ci=1dpq.1.1.1 1cl=1dpg.1 1de=xjj 1dl=1uv.1hml 1tp=24d 1uw=25k 1ux=25\
        l 1uy=25m 1v2=25q 1v4=25s.5h8.1a8f.7g 1v5=2mm 1w8=1imq 1wa=1ims 1wc=1imu 1we=1imw 1wf=1imx 1wh=1imz 1wj=1ine 1\
        wk=1in2 1wl=1in3 1wm=1in4 1wn=1in5 1wo=1in6 1wq=1in7 1ws=1ind 1wu=1inb 1wv=1inc 1ww=1inf 1wy=1in1 1x3=1inh 1x4\
        =1ini 1x9=1io4 1y8=1y9 1yf=1ioh 1yg=1ioi 1yk=1iom 29x=2cu 2a0=2b4 2a1=2co.81 2a6=2ct 2a6-2b9=2d3 2a8=2ak.ao 2a\
        d=2cn 2ai=2cq 2ar=2lf 2b3=2cw 2b8=2lw 2ba=2ly 2bb=2d4 2cz=2d1 2dh=2h1 2di=2h2 2dj=2h3 2du=2he 2dv=2hf 2dw=2hg \
        2e4=2ho 2e6=2hq 2eb=2hv 2en=2i7 2ep=2i9 2eq=2ia 2g7=2jr 2g8=2js 2gf=2jz 2ks=2l5.2o 2la=2n5 2ls=2lt 2ne=2nw 2nj\
        =2nv 2oy=2qy 2pb=2qz 2rm=2rn 2ro=2s4.1 2rq=2sh 2rs=2vc 2ru=2rv 2ry=2rz 2s1=2s7 2sa=2vu 2sb=2vv 2sd=2vx 2se=2vy\
         2sf=2vz 2sg=2sm 2si=2vh 2sv=4pg 2sy=2sz.i 2tr=4pl 2u2=4ph 2u3=4pm 2wb-2vt=2xo 2wb-2w1=2xp 2wi=2wj 2yz=2z0 31e\
        =31m 37l=38l 3bw=3cs 3cw=3hk.689.8f.14jl 3cw-3fl=9ym 3cx=3hl.689.14s0 3cy=3hn.689.8d.14jn 3cy-3fl=9yn 3cz=3hq.\
        689.8b.14jp 3cz-3fl=9yo 3d0=9q0.wwl.7vf 3d1=3hr.68a.8a.14jq 3d1-3fl=9yp 3d2=3hz.68a.83.14jx 3d2-3fl=9yq 3d3=3i\
        0.68a.83.14jx 3d3-3fl=9yr 3d4=9qb.wwz.7v1 3d5=3i2.68b.81.14jz 3d5-3fl=9ys 3d6=3i3.68b.14s0 3d7=3i4.68b.80.14k0\
         3d7-3fl=9yt 3d7-3fy=9z2 3d8=3i5.68b.80.14k0 3d8-3fl=9yu 3d8-3fy-3d7-3g4=9z1 3d9=9qh.wxc.7uo 3da=3i6.68c.7z.14\
        k1 3da-3fl=9yv 3da-3fl-3d2-3cw-3ft=9z0 3db=3i7.68c.7z.14k1 3db-3fl=9yw 3dc=3i8.68c.7z.14k1 3dc-3fl=9yx 3dd=3i9\
        .68c.7z.14k1 3dd-3fl=9yy 3de=3ia.68c.7z.14k1 3de-3fl=9yz 3df=3id 3dg=3jz.67a 3dh=3ie.68w 3dj=3ii 3dk=3il 3dl=3\
        io 3dm=3ej.3f.68a.wxe.7um 3dn=16n1 3do=3j0.68i 3dp=3j6.68f 3dq=9rm 3ds=9rn.wvk 3dt=3i1.68b.14s0 3du=9ro 3dv=9r\
        p.wvm 3dz=9rq.wvm 3e0=16nd 3e1=9rr 3e2=3j8 3e3=3ja.68i 3e4=9rt 3e5=3jb.68j 3e6=9rv 3e7=3jc.68k 3e8=3jd 3e9=16n\
        e 3ea=3je.68j 3ee=9ry.wvl 3ef=16nk 3eh=16nl 3eo=3jf.68k 3ep=3jg 3et=3jl.68h 3eu=3jm.68h 3ev=3ji.68i 3f0=3jk.68\
        h 3fa=3jn 3fb=3jo.68g 3fc=9s5 3fd=3jt.68d 3ff=3if.68w 3fg=3ho.689.14s0 3fh=3hp.689.14s0 3fi=3ij 3fk=9r8.14qk 3\
        fl=9qn.14s3 3fm=9qo.14s3 3fn=9qp.14s3 3fo=9qq.14s3 3fp=9qr.14s3 3fq=9qs.14s3 3fr=9qt.14s5 3fs=9qu.14s5 3ft=9qv\
        .14s5 3fu=9qw.14s5 3fv=9qx.14s5 3fw=9qy.14s5 3fx=9qz.14s7 3fy=9r0.14s7 3fz=9r1.14s7 3g0=9r2.14s7 3g1=9r3.14s7 \
        3g2=9r4.14s7 3g3=6c4.1.yz.1.1z3.e4.2t.1d.1q.4w.5fk.hrr.h16.13.7s.2y.1bv3 3g4=9r6.14s9 3g5=718.3.3.3.5.4.28j.gy\
        .32.5lj.z3o 3gk=3gm.6bl 3gl=9s8 3go=9s9 3gx=9sa 3gy=9sb 3h0=9sc 3ha=9sd 3hd=9se 3hm=9pv.14s0 3hs=9q2.nqi.h1i 3\
        ht=9q3.nql.h1f 3hu=9q4.nql.h1f 3hv=9q5.nqn.h1d 3hw=9q6.14s0 3hx=9q7.14s0 3ig=9rc 3ik=9rd 3im=9re.np8 3ir=9rf 3\
        it=xgr 3iv=9rg 3iw=xgu 3ix=9rh 3iy=xgv 3j1=9rj.npe 3j3=9rk 3j9=xh0 3vn=3vn.tzk 3vq=3vq.tzk 3vr=3vr.tzk 3vx=3vx\
        .tzk 3vz=3vz.tzk 3w2=3w2.tzk 3w4=3w4.tzk 3w5=3w5.tzk 3w6=3w6.tzk 3w8=3w8.tzk 3w9=3w9.tzk 3wa=3wa.tzk 3wc=3wc.t\
        zk 3wh=3wh.tzk 3wk=3wk.tzk 3wl=3wl.tzk 3wm=3wm.tzk 3wo=3wo.tzk 3wp=3wp.tzk 3wq=3wq.tzk 3wt=3wt.tzk 3ww=3ww.tzk\
         3wx=3wx.tzk 3wz=3wz.tzk 3x2=3x2.tzk 3x3=3x3.tzk 3x4=3x4.tzk 3x7=3x7.tzk 3x8=3x8.tzk 3x9=3x9.tzk 3xc=3xc.tzk 3\
        xd=3xd.tzk 3xf=3xf.tzk 3xg=3xg.tzk 3xh=3xh.tzk 3xk=3xk.tzk 3xl=3xl.tzk 3xm=3xm.tzk 3xo=3xo.tzk 3xp=3xp.tzk 3xr\
        =3xr.tzk 3xt=3xt.8 3xx=3xx.8 3z5=441 3zb=53.4dw.1tj.5.du.4s.298.ju.nf8.hcm.bg 3zd=474 3zp=6zt 3zr=400.2vr 405=\
        6vq 40g=6tf.2as 40g-40l=8gn 40k=40t 40l=6te.2as 421=4cj 428=4ci 443=4ck 44a=4cn 477=4de 47a=4df 47e=4dg 4ad=wk\
        e 4af=x6j.1mwl 4as=6ps.pv3.1nhk 4b6=8ff 4b9=8fe 4bl=wl3 4f4=wkt 4hl=wxc 4ho=4ip 4hp=4hu.2il 4i3=2k3j 4i7=6mp.1\
        7x5 4i8=6nz 4i8-4ii=86b 4ii=6ny.1nn 4ik=6v8.lf.3.48.17hu.1ccg 4im=6vc.1g5 4iw=6mt 4j3=8yr 4o2=4o3 4s5=4t1 4t8=\
        4uu 526=53k 52p=53l 56t=58g.g 5cd=5ea 5ch=5eb 5d4=5eg 5e8=5ek 5qa=5s6 5qu=5sk 5qv=5sl 5qw=5rd 5r1=5sp 5r9=5ss \
        5tx=5uy 5u9=1g25 6g9=1ejq 6go=9hu.10 6kk=2k2j 6mo=1ejt 6mq=1ejv 6mr=1ejw 6n2=8oc 6n3=8od 6n4=8oe 6n5=8of 6nm=6\
        np 6nu=2q6m 6pu=2l0b.1m.1m.1m.1m 6px=6ww 6q6=7ew.o.174d 6q8=8cf 6qv=6v4 6r2-6r2=6r3 6r2-6r2-6r2=6r4 6r8=94b 6r\
        9=94a 6rb=94c 6rs=1i3i 6rz=7ke.2jv4 6sh=6sj 6tp=8ar 6tq=8as 6tr=2k3c 6ts=2k3d 6tv=8at 6tw=8au 6tz=8aq 6u3=6zj \
        6u8=2rg1 6u9=2rf9 6uq=7gh 6ur=7g7 6xe=7hc 6xl=8cd 6xw=6xx 6yj=893 6ym=7gu.s0 6yq=891 6yx=88g 6yz=72b 6z2=72a 6\
        z9=729 6zx=72e 70o=7js 739=7g1 73v=73w 73y=7jy.2j16 7b6=7b7 7bg=7bj 7bw=7c3 7f0=7f4 7fa=7fb 7fc=7fh 7fl=7io 7g\
        6=7g8.2 7jb=8vd 7jd=2rd6 7jx=2qky.7 7vq=9i2 7vr=9i3 879=1efz 87a=1eg0 87u=89l 89r=2rei 8bj=8ce 8dm=93y 8qn=xhu\
         8s1=1g34 8tz=7jk 8vc=1ew0 8xs=1f3s 8xu=6e6.1tn.x0 8y0=6wf 8yf=6e5.i9 8yp=8z3 9hd=1e6p.1s.7n 9hl=7sd.3g.16c7 9\
        hm=1e7x 9hn=1e7y 9ho=1e81.81 9hp=1e82.81 9hq=1e83 9hr=1e84 9hs=1e7v 9ht=1e7w 9hy=1e6v 9hz=1e6w 9j0=6yp.1ab 9jj\
        =7sc.3g.1ls.cz.14dg 9ko=9nc.es.14f5 9ko-3g3-9mf=a4b 9ko-3g3-9mn=a4c 9ko-9m7-9mn-3g3-9nv=a46 9ko-9ml=a47 9ko-9m\
        z-9n6=a48 9ko-9nv-9ms=a49 9ko-9o3-9mh=a4a 9kr-9jf=2qdc 9l4-9l6=9lr 9lt=1eg7 9lu=a1c.14f5 9lu-3g3-9nv=a2r 9lu-9\
        n3-3g3-9mw=a2o 9lu-9nv-9n9-9lt=a2p 9lu-9o3-9ko-9lu=a2q 9lv=1eg8 9lw=96t.uk.5ii.ywn 9lw-9mz-9o3-9m7=a2s 9lw-9o3\
        -9mp=a2t 9lx=1eg9 9ly=a1e.14f5 9ly-9m1-9o3=a2u 9lz=1ega 9m0=9bj.pw.8ia.vwv 9m0-3g3-9m3-3g3=a2w 9m0-9mh-9m7-3g3\
        -9mw=a2v 9m1=1egb 9m2=a1g.14f5 9m2-3g3-9nk=a2y 9m2-9o3-9mh=a2x 9m3=9aq.qr.69y.y57 9m3-9lw-9nu=a2z 9m3-9nt-9mr-\
        9mw=a30 9m3-9nx-9nu-3g3=a31 9m3-9nx-9o3=a32 9m3-9o3-9ni=a33 9m5=a1i.14f5 9m5-9m3=a34 9m5-9mz-3g3=a35 9m5-9np-9\
        nu-3g3=a36 9m5-9nv-9mn-3g3=a37 9m5-9nx=a38 9m5-9nx-9m7-9nt-9nk=a39 9m5-9nx-9nl-3g3-9mw-9nv=a3a 9m5-9nx-9nz-9mr\
        -9mw=a3b 9m7=a1j.14f5 9m7-9nt-9nk=a3c 9m7-9nt-9nk-9mw-9o3=a3d 9m7-9nv-9mj-9lw-9nx=a3e 9m7-9nx-3g3-9n1=a3f 9m9=\
        a1k.14f5 9m9-3g3-9mh=a3g 9mb=a1l.14f5 9mb-3g3-9nf=a3i 9mb-9mb=2qdd 9mb-9mw=9of 9mb-9nv-9my=a3h 9md=a1m.14f5.1b\
        wn 9md-9lw-9m7-9nv=a3j 9md-9o3-9mp-3g3-9nk=a3k 9mf=a1n.14f5 9mf-9nu-9o3-9m7=a3l 9mh=a1o.14f5 9mj=a1p.14f5 9mj-\
        9o3-9mp=a3m 9mj-9o3-9mw=a3n 9ml=a1q.14f5 9mn=9b7.qk.7jq.wvf 9mn-3g3-9mh=a3o 9mp=a1s.14f5 9mr=1egf 9ms=a1t.14f5\
         9mu=a1u.14f5.1bww 9mu-9mf=a3p 9mw=9aw.qz.6ex.y08 9mw-9nv=a3q 9mw-9o3=a3r 9my=a1w.14f5 9my-1b=a3s 9mz=9ae.i5.6\
        m.2s.5gn.yyi.1bwu 9n0=a1y.14f5 9n1=a1z.14f5 9n3=9aj.os.2q.60y.ye7 9n3-3g3-9mj-9o3-9mw=a3v 9n3-3g3-9ms=a3w 9n3-\
        3g3-9nw-9nv=a3x 9n3-9lw-9ms=a3u 9n6=a22.14f5 9n6-9lu-9mh-9mw-9nv=a3y 9n6-9m7-9nv=a3z 9n6-9mb=a40 9n6-9nv=a41 9\
        n9=a23.14f5 9n9-9lt-9nt-9mr-9mw=a42 9n9-9lv-3g3-9mw=a43 9n9-9mr-9mf-9lz-9nv=a44 9n9-9nt-9o3=a45 9nf=a25.14f5 9\
        nf-3g3-9nv=a4h 9nf-3g3-9o3=a4i 9nf-9lw-9o3-9mw=a4d 9nf-9nv-9mw=a4e 9nf-9o3=a4f 9nf-9o3-9mw=a4g 9ni=a26.14f5 9n\
        i-9lw-9m7-9nx=a4j 9ni-9lw-9nv=a4k 9ni-9mr-9n3=a4l 9ni-9nv-9m7=a4m 9ni-9o3-9mf-9nr-9o3=a4n 9nj=a27.14f5 9nj-9m7\
        -9nx-9o3=a4o 9nj-9nu=a4p 9nj-9nu-9n3-3g3-9nv=a4q 9nk=a28.14f5 9nl=a29.14f5 9nl-3g3-9mw-9nv=a4t 9nl-9m3=a4r 9nl\
        -9m3-9mw-9o3=a4s 9nm=a2a.14f5 9nn=1egc 9no=a2b.14f5 9no-3g3-9mw=a4u 9no-3g3-9nv=a4v 9np=1egd 9nq=a2c.14f5 9nq-\
        9lu-9o3=a4w 9nr=1ege 9ns=a2d.14f5 9nt=a2e.14f5 9nu=a2f.14f5 9nu-9mr-9mw-9nv=a4x 9nu-9nt=a4y 9nv=a2g.14f5 9nv-3\
        g3-9n9-9nv=a50 9nv-9n6-3g3=a4z 9nw=a2h.14f5 9nw-9nk=a51 9nw-9o3-9mw-9m9-9o3=a52 9nx=9b1.1.rg.6i1.l0.xc4 9nz=a2\
        j.14f5 9nz-9mr-9mw=a53 9o0=a2k 9o1=a2l 9o2=a2m.14dk 9o3=1ehp aim=96z ako=dcr app=beb b96=97b bi9=jrd bmi=kc6 b\
        p1=ph2 bp6=imo bp7=dgg bs3=kx5 cop=vk3 cov=k83 dhf=kdi dyu=ra6 fep=9ss fer=9za fex=9sk.6m.2gfc fey=9sm.7i fez=\
        9so.7i ffd=9sr ffw=97q ffx=9sn.7i.2geg fh5=9ac.ie.1y fh6=96r.nw fh7=96q.no fh9=9zc fi8=99u fid=9ad.k5 fis=9z8 \
        fj4=9af fj8=2qe0 fju=9ag.if fl0-gp8=a2n flt=a0d fm9=a01 fp1=fsy ftw=fuk g16=9zx g1r=9ah g1s=972 g2t=9ai g31=9z\
        9 g3m=9ak g3x=2qe6 g46=9al g49=a02 g4r=9am g68=9an g6t=9ao g74=9ap g76=96x g7x=2qe8 g99=2qe4 gaa=2qex gc4=9zs \
        ge1=9ar get=9as gey=9at gfs=9au gfv=a09 gg1=9av.81.gh gg4=9ix gg5=9iy ggd=34m ggg=34l ggk=a0f gh5=9ax ghc=9zy \
        ghu=9ay gja=9az gjs=9b0 gjw=2qdu gkv=2qfl gkz=a08.2gee glk=2qes glp=9zo gmx=2qed gun=9xg gur=gv3 gxi=2qey h5n=\
        9sl.6m h7j=9b3.1.of.7ks h80=9su hgh=hgr hij=hkv hkg=2qec hky=9b5 hl6=9b6 hlm=2qdx hlo=a0g hlz=9b8 hlz-l7n=a65 \
        hm1=9st.2gl6 ho3=9b9.om hwv=hz4 i1c=9ba i1j=2qdt i1y=a0b i2o=9bb i3b=a0a i60=9bc i6n=9bd i76=974.4a i77=973 i7\
        s=9bf i9a=9bg i9d=9bh ijf=9bi ijq=a07.2ged ik1=9bk ik3=976 ike=9bl ild=ilu inm=9bm inn-jdc=a63 inu=977.4g inw=\
        9xh inz=9bo ir8=9bp iri=9bq irv=9br is3=9bs its=9bt itt=978 iu9=9bu iur=9bv ivg=2qe5 ivr=2qfk iwz=9bw ix0=97a \
        jd4=9bx jee=9by.a2i jez=9bz.2h1t jf0=97c jf7=2qep jh1=2qef jk7=2qen jmd=2qeg jzj=9c0 jzo=9c1 jzp=97d k1z=9c2.l\
        g k21=99n k2f=9c3 k2h=2qe3 k2s=9c4 k34=2qe7 k3d=9c5 k4g=9c6 k4h=97f k4l=9c7.nd k5q-lh7=a66 k68=2qe1 k6l-gp8=a6\
        4 k7u=k89 kc0=9c8 kco=9c9.n5.2gfh kcp=9zm.2gf8 kcs=peu kcv=pg0 kcw=pfu kcz=phd kd4=pif kdf=plz kdk=9ca.n7 kfi=\
        kjj kkq=9zl kkq-irz-fmi-ny6=a67 kv1=kyv l5s=9cb l7m=9cc l7n=a03 l7z=99p l89=9cd l8a=97i l9v=9ce laj=9cf lal=97\
        j las=9cg laz=9ch lcf=9ci lch=97k lck=9cj ldg=9ck.mw ldh=97l ldm=97m lig=9zz lts=2qet lu0=lzt lxw=2qee m7f=9cl\
        .mu m7g=97n mch=2qe2 mju=9cm mjv=97o mk6=9cn mkb=9co mkf=9cp mkn=9cq ml5=9cr ml7=9cs mm1=9zp mng=9ct mnh=97s m\
        tg=9cu mtl=9cv n30=9cw n3a=9cx n4o=9cy n4v=9cz.2h1b n54=9d0 n5c=9d1 n5e=9sp n5f=2qew n5j=9zu n7v=9d2 n82=9d3 n\
        ee=9d4 nel=9d5 nfy=9d6 ngf=9d7 nhf=a0c nhq=9d8 nob=9d9 noi=9da noz=9db npw=nrj ny2=9dc ny3=97x ny6=9zn nz1=9zr\
         o01=2qeq o1k=9dd o1q=9de o2g=9zt o6s=9df o6y=2qer o97=9dg o9o=99r oah=9dh oen=9xj okz=9di ooo=9dj oop=97z oqq\
        =2qe9 or9=os6 p4m=9dk p5d=9dl p5e=97v.7 p5f=981 p6y=9dm p8d=9dn pa9=9do paa=989 pak=9dp paq=9dq pbn=9dr pdr=9d\
        s pds=98a pe1=9dt ph8=pj5 pnn=9du pnu=9dv po3=9dw poc=9dx pos=9dy pp7=9dz ppb=9e0 pri=9e1 prm=9e2 prs=9e3 prt=\
        98e.1.1 q6l=qbj qif=qip qj1=9e4 qj2=98h qjv=9e5 qww=9e6 qx8=9e7 qxv=9e8 qxw=98i r5q=9e9 r5r=98k r5s=98j r63=9e\
        a r7l=98l r82=9eb r8j=2qdy r9c=9ec ram=rct rk6=rkf rkw=98o rp3=9ed rpi=9ee rpx=9ef rq4=rqb rqw=9eg rrx=9eh rs1\
        =9zq rs9=2qeb rt3=a0e rvh=98p rxg=9ei rxs=9ej.2h05 ry7=rye rzn=9ek s11=s1m s5z=s63 s6j=9el s7e=9em s8v=s9z sbq\
        =98r sd7=9en sds=9eo sdx=9ep sdy=98s.1 si2=2qej six=9zw sk1=9eq slq=sm6 sp5=9er sp9=2qez ssm=9es sss=9et ssx=9\
        eu.ko t65=t66 tc5=98w tiv=98x.5y tiw=98y tj3=98z tj4=9ew tm0=990 tng=9ex tnh=98v.7 trq=9ey trr=trs trt=9ez tt4\
        =9f0 tw1=9f1 tw2=994 twe=9f2 twi=9f3 twp=9f4 tzf=9f5 u06=995 u0d=9f6 u0j=9f7 u0x=9f8 u11=a00 u45=996 u5k=9f9 u\
        6m=997 u6z=9fa u72=998 u73=999.62 u74=99b uar=99c uc6=9fc uc9=9fd ucs=9fe ui4=99e ujs=9ff ul4=9fg ulb=9fh un9=\
        9fi unj=9fj unm=9fk unw=99g.65 uoq=9fm uws=99h uzp=9fn v9e=v9f vat=9fo vb3=9fp vc5=9fq vc6=99k vcr=9fr vcz=9fs\
         vd0=99l vd9=9ft vdd=9fu.lxk veh=9fv vel=9fw vf2=9fx vf7=9fy vfk=9fz vgb=9g0 vgq=9g1 vgw=99o vgy=9g2 vi7=99q v\
        il=9g3 vix=99s vj0=9g4 vj3=99v vj4=9g5 vnu=wim vo0=wj0 vr4=wik vua=wiw w2h=wjj w4x=wji w5p=wic wbv=wjk wc5=wjm\
         wcf=wje wci=wj4 wgo=wiv wk5=6ud.10d.2c7u wko=6kh wl2=6ki.1tyc.jjj.m wuj=5mw wux=20ik.qud wvd=1fib.14 wwr=6tx.\
        1gs.16sn.1cao x0n=x3p.qv x2n=x2o x3i=1g2l x3v=1fde.14 x80=1us xdn=1i3g xdo=1i3f xgh=16mn xgi=16mo xgj=16mq xgl\
        =16mt xi5=xib xjk=xja xkx=xn7 xlv=xna xtj=xul xuu=1g20 xuv=1g31 1f3w=7gd.2clz.7ao 1f40=89i 1f9e=1fbl 1f9v=1fbn\
         1fa2=1kxk 1fgm=1fhc 1ite=1ivs.1 1itf=1ivu 1itg=1ivv 1omx=7j9 20hs=6kj 2mmc=1g2k 2mmd=1g2n 2mme=1g2p 2mmg=1g2v\
         2mmi=1g3d 2mn2=1g3e
        """
}
