//! What of facet/c_interface.h a criterion uses, in Rust. All else of the header is left out.
#![allow(dead_code)]

use std::ffi::c_void;
use std::os::raw::{c_char, c_int};

pub const NUMBER: i32 = 2;
pub const ABOVE: i32 = 1;
pub const FLOAT32: u64 = 1;

#[repr(C)]
pub struct Tensor {
    pub data: *mut c_void,
    pub device_type: i32,
    pub device_id: i32,
    pub ndim: i32,
    pub code: u8,
    pub bits: u8,
    pub lanes: u16,
    pub shape: *const i64,
    pub strides: *const i64,
    pub byte_offset: u64,
}

#[repr(C)]
pub struct Message {
    text: *mut c_char,
    size: usize,
}

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Value {
    pub integer: i64,
    pub number: f64,
    pub text: *const c_char,
    pub label: *const Tensor,
}

#[repr(C)]
pub struct FacetOption {
    pub name: *const c_char,
    pub doc: *const c_char,
    pub kind: i32,
    pub required: i32,
    pub bounds: i32,
    pub default_value: Value,
    pub lower: f64,
    pub upper: f64,
    pub choices: *const *const c_char,
}

#[repr(C)]
pub struct Component {
    pub name: *const c_char,
    pub summary: *const c_char,
    pub formula: *const c_char,
    pub shapes: *const c_char,
    pub units: *const c_char,
    pub source: *const c_char,
    pub options: *const FacetOption,
    pub num_options: usize,
}

#[repr(C)]
pub struct Step {
    pub size: usize,
    pub reference: *const Tensor,
    pub positive: *const Tensor,
    pub negative: *const Tensor,
    pub reference_gradient: *const Tensor,
    pub positive_gradient: *const Tensor,
    pub negative_gradient: *const Tensor,
    pub total: f64,
    pub alignment: f64,
    pub uniformity: f64,
}

#[repr(C)]
pub struct Criterion {
    pub size: usize,
    pub component: Component,
    pub flags: u64,
    pub create: extern "C" fn(*const Value, *mut *mut c_void, *mut Message) -> c_int,
    pub forward: extern "C" fn(*mut c_void, *mut Step, *mut Message) -> c_int,
    pub destroy: extern "C" fn(*mut c_void),
}

#[repr(C)]
pub struct Plugin {
    pub size: usize,
    pub criterions: *const &'static Criterion,
    pub distributions: *const c_void,
    pub num_criterions: usize,
    pub num_distributions: usize,
}

// They hold pointers to constants alone.
unsafe impl Sync for FacetOption {}
unsafe impl Sync for Criterion {}
unsafe impl Sync for Plugin {}

/// The note of FACET_C_PLUGIN, for a text of N bytes.
#[repr(C, align(4))]
pub struct Note<const N: usize> {
    pub owner_size: u32,
    pub text_size: u32,
    pub kind: u32,
    pub owner: [u8; 8],
    pub text: [u8; N],
}

impl<const N: usize> Note<N> {
    pub const fn new(text: [u8; N]) -> Self {
        Note { owner_size: 6, text_size: N as u32, kind: 1, owner: *b"Facet\0\0\0", text }
    }
}

/// A text that ends with \0.
pub const fn c_text(text: &'static str) -> *const c_char {
    assert!(text.as_bytes()[text.len() - 1] == 0);
    text.as_ptr() as *const c_char
}

impl Message {
    pub fn write(&mut self, why: &str) {
        let count = why.len().min(self.size - 1);
        unsafe {
            std::ptr::copy_nonoverlapping(why.as_ptr(), self.text as *mut u8, count);
            *self.text.add(count) = 0;
        }
    }
}

impl Tensor {
    /// The rows of a matrix of floats.
    pub unsafe fn rows<'a>(&self) -> std::slice::ChunksExact<'a, f32> {
        let (rows, columns) = (*self.shape as usize, *self.shape.add(1) as usize);
        std::slice::from_raw_parts(self.data as *const f32, rows * columns).chunks_exact(columns)
    }

    /// The matrix, to be written to; empty where nobody asks for it.
    pub unsafe fn to_write<'a>(tensor: *const Tensor) -> &'a mut [f32] {
        match tensor.as_ref() {
            None => &mut [],
            Some(tensor) => {
                let count = *tensor.shape * *tensor.shape.add(1);
                std::slice::from_raw_parts_mut(tensor.data as *mut f32, count as usize)
            }
        }
    }
}
