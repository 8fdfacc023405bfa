//! A plugin in Rust: a loss. The Makefile builds it.

mod facet;

use facet::{c_text, Component, Criterion, FacetOption, Message, Note, Plugin, Step, Tensor, Value};
use std::ffi::c_void;
use std::mem::size_of;
use std::os::raw::c_int;
use std::ptr::null;

/// mean |reference - positive|^2 + strength * mean exp(-|reference - negative|^2), and its
/// derivatives where they are asked for.
unsafe fn compute(strength: f64, step: &mut Step) -> Result<(), String> {
    let reference = (*step.reference).rows();
    let negative = (*step.negative).rows();
    if negative.len() == 0 {
        return Err("needs a negative".to_string());
    }
    let pairs = (reference.len() * negative.len()) as f64;
    let count = reference.len() as f64;
    let to_reference = Tensor::to_write(step.reference_gradient);
    let to_positive = Tensor::to_write(step.positive_gradient);
    let to_negative = Tensor::to_write(step.negative_gradient);
    for (i, (r, p)) in reference.zip((*step.positive).rows()).enumerate() {
        step.alignment += squared_distance(r, p) / count;
        add_gradient(r, p, 2.0 / count, i, i, to_reference, to_positive);
        for (j, n) in negative.clone().enumerate() {
            let term = strength * (-squared_distance(r, n)).exp() / pairs;
            step.uniformity += term;
            add_gradient(r, n, -2.0 * term, i, j, to_reference, to_negative);
        }
    }
    step.total = step.alignment + step.uniformity;
    Ok(())
}

fn squared_distance(a: &[f32], b: &[f32]) -> f64 {
    a.iter().zip(b).map(|(a, b)| f64::from(a - b).powi(2)).sum()
}

/// Adds `factor * (a - b)` to row i, and takes it from row j.
fn add_gradient(a: &[f32], b: &[f32], factor: f64, i: usize, j: usize, to_a: &mut [f32],
                to_b: &mut [f32]) {
    if to_a.is_empty() {
        return;
    }
    for k in 0..a.len() {
        let change = (factor * f64::from(a[k] - b[k])) as f32;
        to_a[i * a.len() + k] += change;
        to_b[j * a.len() + k] -= change;
    }
}

extern "C" fn create(values: *const Value, criterion: *mut *mut c_void, _: *mut Message) -> c_int {
    unsafe { *criterion = values as *mut c_void };
    0
}

extern "C" fn forward(criterion: *mut c_void, step: *mut Step, error: *mut Message) -> c_int {
    let computed = std::panic::catch_unwind(|| unsafe {
        compute((*(criterion as *const Value)).number, &mut *step)
    });
    match computed.unwrap_or_else(|_| Err("it panicked".to_string())) {
        Ok(()) => 0,
        Err(why) => {
            unsafe { (*error).write(&why) };
            1
        }
    }
}

extern "C" fn destroy(_: *mut c_void) {}

static STRENGTH: FacetOption = FacetOption {
    name: c_text("strength\0"),
    doc: c_text("how strongly negatives are pushed away\0"),
    kind: facet::NUMBER,
    required: 0,
    bounds: facet::ABOVE,
    default_value: Value { integer: 0, number: 1.0, text: null(), label: null() },
    lower: 0.0,
    upper: 0.0,
    choices: null(),
};

static GAUSSIAN_REPULSION: Criterion = Criterion {
    size: size_of::<Criterion>(),
    component: Component {
        name: c_text("GaussianRepulsion\0"),
        summary: c_text("positives near, negatives pushed away as long as they are near\0"),
        formula: c_text("mean |r - p|^2 + strength * mean exp(-|r - n|^2)\0"),
        shapes: null(),
        units: null(),
        source: null(),
        options: &STRENGTH,
        num_options: 1,
    },
    flags: facet::FLOAT32,
    create,
    forward,
    destroy,
};

static CRITERIONS: [&Criterion; 1] = [&GAUSSIAN_REPULSION];
static PLUGIN: Plugin = Plugin {
    size: size_of::<Plugin>(),
    criterions: CRITERIONS.as_ptr(),
    distributions: null(),
    num_criterions: 1,
    num_distributions: 0,
};

#[used]
#[link_section = ".note.facet"]
static NOTE: Note<45> = Note::new(*b"plugin=rust_lab\nversion=1.0.0\nc-interface=1\n\0");

#[no_mangle]
pub extern "C" fn facet_c_plugin() -> *const Plugin {
    &PLUGIN
}
